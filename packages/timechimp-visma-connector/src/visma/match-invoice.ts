import type { CustomerInvoice, CustomerInvoiceDraft } from '@x/visma-eaccounting';
import type { DocumentRequest, FoundDocument, LookUpPurpose } from '../export/driver.ts';
import { compareDraft, compareInvoice } from './compare-document.ts';
import type { ExpectedDocument } from './expected-document.ts';
import { hasForeignMark, markOf, type MarkedDocument } from './mark-in-document.ts';
import { creditInvoiceIds, takenBack, takenBackDifference } from './taken-back.ts';

/** What is looked for among the documents of Visma. */
export interface Wanted {
  readonly request: DocumentRequest;
  readonly expected: ExpectedDocument;
  /** The body that was or would be sent, mark included: a text in it that looks like a mark is not that of another export. */
  readonly sent: MarkedDocument;
  readonly purpose: LookUpPurpose;
}

/** The drafts that carry the mark of the export. */
export function matchDrafts({ request, expected }: Wanted, drafts: readonly CustomerInvoiceDraft[]): FoundDocument[] {
  return drafts
    .filter((draft) => markOf(draft, request.baseMark) !== null)
    .map((draft) => foundDraft(request, expected, draft));
}

/**
 * The invoices that are the export's: by its mark, by the link to its draft, and where a draft is missing by content.
 * `invoices` hold the credit invoices that they name. Left out are invoices that were taken back for their whole amount,
 * and the credit invoices that did it: Visma copies all row texts to those, our mark included. One that was credited in
 * part is found, and differs by that: its items were invoiced, and what becomes of the part is for a person to say.
 */
export function matchInvoices(wanted: Wanted, invoices: readonly CustomerInvoice[]): FoundDocument[] {
  const unique = [...new Map(invoices.map((invoice) => [invoice.Id, invoice])).values()];
  const creditIds = creditInvoiceIds(unique);
  const credits = unique.filter((invoice) => creditIds.has(invoice.Id));
  return unique
    .filter((invoice) => !creditIds.has(invoice.Id) && takenBack(invoice, credits)?.inFull !== true)
    .flatMap((invoice) => matchInvoice(wanted, invoice, credits));
}

function matchInvoice({ request, expected, sent, purpose }: Wanted, invoice: CustomerInvoice, credits: readonly CustomerInvoice[]): FoundDocument[] {
  if (markOf(invoice, request.baseMark) !== null) {
    return [foundInvoice(request, expected, invoice, 'mark', credits)];
  }
  const { draftId } = request.documents;
  if (draftId !== undefined && invoice.CreatedFromDraftId === draftId) {
    return [foundInvoice(request, expected, invoice, 'draft-link', credits)];
  }
  if (purpose !== 'draft-missing' || hasForeignMark(invoice, sent) || !isMadeSince(invoice, request.since)) {
    return [];
  }
  const document = foundInvoice(request, expected, invoice, 'content', credits);
  return document.differences.every(({ field }) => field === 'CreditedBy') ? [document] : [];
}

/** Whether an invoice is from the day of `since` (milliseconds since 1970, the day in UTC) or later; unknown is no. */
function isMadeSince(invoice: CustomerInvoice, since: number): boolean {
  const day = (invoice.CreatedUtc ?? invoice.InvoiceDate ?? '').slice(0, 10);
  return day >= new Date(since).toISOString().slice(0, 10);
}

/** A draft, compared with what was planned. */
export function foundDraft(request: DocumentRequest, expected: ExpectedDocument, draft: CustomerInvoiceDraft): FoundDocument {
  return {
    stage: 'draft',
    documents: { draftId: draft.Id },
    mark: markOf(draft, request.baseMark),
    evidence: 'mark',
    differences: compareDraft(expected, draft),
  };
}

/**
 * An invoice, compared with what was planned; its date only where a conversion of ours may have made it, because a person
 * who finalises a draft may well change that. One that was voided or credited differs by that, with the
 * figures of the `credits` that are known.
 */
export function foundInvoice(
  request: DocumentRequest,
  expected: ExpectedDocument,
  invoice: CustomerInvoice,
  evidence: FoundDocument['evidence'],
  credits: readonly CustomerInvoice[],
): FoundDocument {
  const mark = markOf(invoice, request.baseMark);
  const dates = request.conversionSent === true && evidence !== 'content' ? 'with-dates' : 'without-dates';
  const taken = takenBackDifference(takenBack(invoice, credits));
  return {
    stage: 'final',
    documents: invoiceIds(invoice),
    mark,
    evidence: mark === null ? evidence : 'mark',
    differences: [...taken, ...compareInvoice(expected, invoice, dates)],
  };
}

/** The ids that the ledger keeps of an invoice. */
export function invoiceIds(invoice: CustomerInvoice): { readonly invoiceId: string; readonly voucherId: string } {
  return { invoiceId: invoice.Id, voucherId: invoice.VoucherId };
}
