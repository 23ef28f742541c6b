import type { InvoiceProposal, LocalDate } from '@x/billing-core';
import type { ExportOutcome, ExportReport } from '../export/report.ts';
import type { ExportReason } from '../ports/export-record.ts';
import type { ItemRef } from '../ports/item-ref.ts';
import type { AttachedFile } from './attach-files.ts';
import type { DocumentTotals } from '../visma/document-totals.ts';
import { documentResult, whyNotTried, type DocumentResult } from './document-result.ts';
import type { ExcludedItem } from './sift-work.ts';
import type { DocumentExpectation, Unexpected } from './expectation.ts';
import type { CreatedCustomer } from './new-customers.ts';
import type { PlannedDocument } from './plan-documents.ts';
import type { Problem } from './problem.ts';

/**
 * One invoice of the report. Amounts are in `currencyCode`; its sums are those that Visma prints, which can differ from the
 * proposal's by cents where its prices include VAT.
 */
export interface InvoiceItem extends DocumentResult, DocumentTotals {
  readonly key: string;
  readonly customer: {
    readonly sourceId: string;
    readonly name: string;
    readonly number: string;
    /** Absent while the customer does not exist in Visma. */
    readonly vismaId?: string;
    /** Whether it is, or in a preview would be, created on the way. */
    readonly isNew: boolean;
  };
  readonly finish: 'draft' | 'final';
  /** `planned` in a preview; `refused` when one of its problems is an error: nothing was sent for it. */
  readonly outcome: 'planned' | 'refused' | ExportOutcome['outcome'];
  readonly currencyCode: string;
  readonly invoiceDate: LocalDate;
  readonly proposal: InvoiceProposal;
  readonly problems: readonly Problem[];
  /** Hours that are marked as invoiced with it because its terms cover them, where `terms.coveredHours` says so. */
  readonly coveredHours: readonly ItemRef[];
  /** Files of its items in Visma, where `invoices.attachFiles` is on. */
  readonly files: readonly AttachedFile[];
}

/** What a run of `createInvoices` did, or would do. */
export interface CreateInvoicesReport {
  readonly preview: boolean;
  readonly invoices: readonly InvoiceItem[];
  /** What each invoice that is ready would be: the `expect` of the run that writes just this. */
  readonly expect: readonly DocumentExpectation[];
  readonly newCustomers: readonly CreatedCustomer[];
  /** Items left out on purpose: invoiced already, not approved, not billable, on the ignore list, ... */
  readonly excluded: readonly ExcludedItem[];
  /** Everything that keeps items out or deserves a look, all at once. */
  readonly problems: readonly Problem[];
  readonly alarms: ExportReport['alarms'];
  /** Why the run ended early, if it did; the rest was not tried. */
  readonly stopped: ExportReason | null;
}

/** One invoice of a preview. */
export function plannedItem(document: PlannedDocument, unexpected: Unexpected | undefined): InvoiceItem {
  return unexpected && document.isReady ? { ...invoiceItem(document, 'stale'), ...unexpected } : invoiceItem(document, 'planned');
}

function invoiceItem(document: PlannedDocument, outcome: InvoiceItem['outcome']): InvoiceItem {
  const { proposal, customer } = document;
  return {
    key: proposal.key,
    customer: {
      sourceId: proposal.customerId,
      name: customer.name,
      number: customer.number,
      ...(customer.id === undefined ? {} : { vismaId: customer.id }),
      isNew: customer.id === undefined,
    },
    finish: document.finish,
    outcome: document.isReady ? outcome : 'refused',
    currencyCode: proposal.currencyCode,
    ...document.totals,
    invoiceDate: document.invoiceDate,
    proposal,
    documents: {},
    reason: null,
    differences: [],
    problems: document.problems,
    coveredHours: document.coveredHours,
    files: [],
  };
}

/** The outcome of one invoice; where its customer could not be created, that is the reason. */
export function settleInvoice(
  document: PlannedDocument,
  report: ExportReport,
  newIds: ReadonlyMap<string, string>,
  created: readonly CreatedCustomer[],
  unexpected: Unexpected | undefined,
): InvoiceItem {
  if (unexpected) {
    return plannedItem(document, unexpected);
  }
  const { customerId } = document.proposal;
  const outcome = report.outcomes.find((each) => each.key === document.proposal.key);
  const plain = invoiceItem(document, outcome?.outcome ?? 'skipped');
  const vismaId = document.customer.id ?? newIds.get(customerId);
  const withId = vismaId === undefined ? plain : { ...plain, customer: { ...plain.customer, vismaId } };
  if (!document.isReady) {
    return withId;
  }
  return outcome ? { ...withId, ...documentResult(outcome, 'invoice') } : { ...withId, reason: whyNotTried(customerId, created, report) };
}
