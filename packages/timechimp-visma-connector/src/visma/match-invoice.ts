import type { CustomerInvoice, CustomerInvoiceDraft } from '@x/visma-eaccounting';
import type { DocumentRequest, FoundDocument, LookUpPurpose } from '../export/driver.ts';
import { compareDraft, compareInvoice } from './compare-document.ts';
import type { ExpectedDocument } from './expected-document.ts';
import { markOf, marksOf } from './mark-in-document.ts';
import { creditInvoiceIds, isCredited } from './taken-back.ts';

/** What is looked for among the documents of Visma. */
export interface Wanted {
  readonly request: DocumentRequest;
  readonly expected: ExpectedDocument;
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
 * Left out are invoices that were voided or credited, and the credit invoices that did it: Visma copies all row texts
 * to those, our mark included.
 */
export function matchInvoices(wanted: Wanted, invoices: readonly CustomerInvoice[]): FoundDocument[] {
  const credits = creditInvoiceIds(invoices);
  return invoices
    .filter((invoice) => !isCredited(invoice) && !credits.has(invoice.Id))
    .flatMap((invoice) => matchInvoice(wanted, invoice));
}

function matchInvoice({ request, expected, purpose }: Wanted, invoice: CustomerInvoice): FoundDocument[] {
  if (markOf(invoice, request.baseMark) !== null) {
    return [foundInvoice(request, expected, invoice, 'mark')];
  }
  const { draftId } = request.documents;
  if (draftId !== undefined && invoice.CreatedFromDraftId === draftId) {
    return [foundInvoice(request, expected, invoice, 'draft-link')];
  }
  if (purpose !== 'draft-missing' || marksOf(invoice).length > 0 || !isMadeSince(invoice, request.since)) {
    return [];
  }
  const document = foundInvoice(request, expected, invoice, 'content');
  return document.differences.length === 0 ? [document] : [];
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

/** An invoice, compared with what was planned, its date apart. One that was voided or credited differs by that. */
export function foundInvoice(
  request: DocumentRequest,
  expected: ExpectedDocument,
  invoice: CustomerInvoice,
  evidence: FoundDocument['evidence'],
): FoundDocument {
  const mark = markOf(invoice, request.baseMark);
  const taken = isCredited(invoice) ? [{ field: 'CreditedBy', expected: '(none)', actual: 'voided or credited' }] : [];
  return {
    stage: 'final',
    documents: invoiceIds(invoice),
    mark,
    evidence: mark === null ? evidence : 'mark',
    differences: [...taken, ...compareInvoice(expected, invoice, 'without-dates')],
  };
}

/** The ids that the ledger keeps of an invoice. */
export function invoiceIds(invoice: CustomerInvoice): { readonly invoiceId: string; readonly voucherId: string } {
  return { invoiceId: invoice.Id, voucherId: invoice.VoucherId };
}
