import { BusinessRuleError, ConflictError, NotFoundError, ValidationError, type CustomerInvoice, type CustomerInvoiceDraft } from '@x/visma-eaccounting';
import type { DocumentDriver, DocumentRequest, FoundDocument } from '../export/driver.ts';
import type { ConnectorClient } from './client.ts';
import { compareDraft, compareInvoice } from './compare-document.ts';
import { convertBody } from './convert-body.ts';
import { draftContent } from './draft-content.ts';
import { draftEdits } from './draft-edits.ts';
import { allDrafts, candidateInvoices } from './invoice-search.ts';
import { foundDraft, foundInvoice, invoiceIds, matchDrafts, matchInvoices } from './match-invoice.ts';
import { markPlaceholder } from './invoice-plan.ts';
import { openPayload, withMark, type InvoicePayload } from './payloads.ts';
import type { FilterMemory } from './search.ts';
import { isTakenBackInFull, readCredits } from './taken-back.ts';

/** Writes invoices through drafts: `customerInvoiceDrafts` (GET, POST, DELETE, convert) and `customerInvoices` (GET, void). */
export function createInvoiceDriver(client: ConnectorClient, memory: FilterMemory): DocumentDriver {
  return {
    kind: 'invoice',
    lookAgainAfterWrite: false,
    async lookUp(requests, purpose, { signal }) {
      const payloads = new Map(requests.map((request) => [request.key, payloadOf(request)]));
      const drafts = await allDrafts(client, signal);
      const invoices: CustomerInvoice[] = [];
      for (const place of ['textRow', 'ourReference'] as const) {
        const there = requests.filter((request) => placeOf(request) === place);
        if (there.length > 0) {
          const marks = there.map((request) => request.baseMark);
          const customerIds = there.flatMap((request) => payloads.get(request.key)?.expected.customerId ?? []);
          invoices.push(...(await candidateInvoices(client, { marks, place, customerIds, purpose }, memory, signal)));
        }
      }
      const found = new Map<string, FoundDocument[]>();
      for (const request of requests) {
        const { body: sent, expected } = payloads.get(request.key) ?? payloadOf(request);
        const wanted = { request, expected, sent, purpose };
        const hits = [...matchDrafts(wanted, drafts), ...matchInvoices(wanted, invoices)];
        if (hits.length > 0) {
          found.set(request.key, hits);
        }
      }
      return found;
    },
    async read(request, { signal }) {
      const { body, expected } = payloadOf(request);
      const { draftId, invoiceId } = request.documents;
      if (invoiceId !== undefined) {
        const invoice = await orNull(client.customerInvoices.get(invoiceId, { signal }));
        return invoice && foundInvoice(request, expected, invoice, 'mark', await readCredits(client, [invoice], signal));
      }
      if (draftId === undefined) {
        return null;
      }
      const draft = await orNull(client.customerInvoiceDrafts.get(draftId, { signal }));
      return draft && { ...foundDraft(request, expected, draft), edits: draftEdits(body, draft, request.draftContent) };
    },
    async existingDrafts(draftIds, { signal }) {
      const wanted = new Set(draftIds);
      const drafts = await allDrafts(client, signal);
      return new Set(drafts.flatMap(({ Id }) => (wanted.has(Id) ? [Id] : [])));
    },
    async write(request, { signal, startBefore }) {
      const { body, expected } = payloadOf(request);
      const draft = await client.customerInvoiceDrafts.create(body, { signal, startBefore });
      return {
        stage: 'draft',
        documents: { draftId: draft.Id },
        ...(showsEverything(draft) ? { differences: compareDraft(expected, draft), draftContent: draftContent(draft) } : {}),
      };
    },
    async convert(request, { signal, startBefore }) {
      const { expected } = payloadOf(request);
      const { draftId } = request.documents;
      if (draftId === undefined) {
        throw new TypeError('Only a stored draft is ever converted.');
      }
      const invoice = await client.customerInvoiceDrafts.convert(draftId, convertBody(expected), {
        signal,
        startBefore,
        query: { keepOriginalDraftDate: true, overrideCompanyKeepOriginalDraftDate: true },
      });
      return {
        stage: 'final',
        documents: { draftId, ...invoiceIds(invoice) },
        ...(invoice.Rows.length > 0 ? { differences: compareInvoice(expected, invoice, 'with-dates') } : {}),
      };
    },
    async voidFinal(documents, { signal, startBefore }) {
      const { invoiceId } = documents;
      if (invoiceId === undefined) {
        throw new TypeError('Only a stored invoice is ever voided.');
      }
      try {
        await client.customerInvoices.void(invoiceId, { signal, startBefore });
        return { outcome: 'voided' };
      } catch (error) {
        if (error instanceof ValidationError || error instanceof BusinessRuleError || error instanceof ConflictError) {
          // Visma refuses the second void too: the answer of the first may have been lost.
          return (await isTakenBackInFull(client, invoiceId, signal))
            ? { outcome: 'voided' }
            : { outcome: 'refused', message: error.message };
        }
        throw error;
      }
    },
    async removeDraft(draftId, { signal, startBefore }) {
      try {
        await client.customerInvoiceDrafts.delete(draftId, { signal, startBefore });
        return 'removed';
      } catch (error) {
        if (error instanceof NotFoundError) {
          return 'missing';
        }
        throw error;
      }
    },
  };
}

function payloadOf(request: DocumentRequest): InvoicePayload {
  return withMark(openPayload('invoice', request.payload), request.mark);
}

/** Where the mark of an export stands: its settings said so when it was planned. */
function placeOf(request: DocumentRequest): 'textRow' | 'ourReference' {
  const rows = openPayload('invoice', request.payload).body.Rows ?? [];
  return rows.some(({ Text }) => Text?.includes(markPlaceholder) === true) ? 'textRow' : 'ourReference';
}

/** Some answers leave rows out; the draft is then read before it is compared. */
function showsEverything(draft: CustomerInvoiceDraft): boolean {
  return (draft.Rows ?? []).length > 0 && (draft.InvoiceCurrencyCode ?? '') !== '';
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return null;
    }
    throw error;
  }
}
