import { invoiceNumberText, type SalesEntry } from '@x/billing-core';
import type { ExportOutcome, ExportReport } from '../export/report.ts';
import type { ExportReason } from '../ports/export-record.ts';
import type { AttachedFile } from './attach-files.ts';
import { documentResult, whyNotTried, type DocumentResult } from './document-result.ts';
import type { DocumentExpectation, Unexpected } from './expectation.ts';
import type { CreatedCustomer } from './new-customers.ts';
import type { PlannedEntry } from './plan-entries.ts';
import type { Problem } from './problem.ts';

/** One invoice of the report. */
export interface SalesEntryItem extends DocumentResult {
  /** Names its export, as the export log, `undo` and `settle` know it. */
  readonly key: string;
  readonly invoiceId: string;
  /** The invoice's full number, as printed. */
  readonly number: string;
  readonly customer: { readonly sourceId: string; readonly name: string; readonly vismaId?: string; readonly isNew: boolean };
  /** `planned` in a preview; `refused` when one of its problems is an error: nothing was sent for it. */
  readonly outcome: 'planned' | 'refused' | ExportOutcome['outcome'];
  /** The booking as proposed; null when it could not be made. */
  readonly entry: SalesEntry | null;
  readonly problems: readonly Problem[];
  /** Files of the invoice in Visma, where `salesEntries.attachFiles` is on. */
  readonly files: readonly AttachedFile[];
}

/** What a run of `createSalesEntries` did, or would do. */
export interface CreateSalesEntriesReport {
  readonly preview: boolean;
  readonly entries: readonly SalesEntryItem[];
  /** What each entry that is ready would be: the `expect` of the run that books just this. */
  readonly expect: readonly DocumentExpectation[];
  readonly newCustomers: readonly CreatedCustomer[];
  readonly problems: readonly Problem[];
  readonly alarms: ExportReport['alarms'];
  readonly stopped: ExportReason | null;
}

function item(entry: PlannedEntry, outcome: SalesEntryItem['outcome']): SalesEntryItem {
  return {
    key: entry.key,
    invoiceId: entry.invoice.id,
    number: invoiceNumberText(entry.invoice),
    customer: {
      sourceId: entry.invoice.customerId,
      name: entry.customerName,
      ...(entry.vismaId === undefined ? {} : { vismaId: entry.vismaId }),
      isNew: entry.vismaId === undefined,
    },
    outcome: entry.isReady ? outcome : 'refused',
    entry: entry.entry,
    documents: {},
    reason: null,
    differences: [],
    problems: entry.problems,
    files: [],
  };
}

/** One invoice of a preview. */
export function plannedEntry(entry: PlannedEntry, unexpected: Unexpected | undefined): SalesEntryItem {
  return unexpected && entry.isReady ? { ...item(entry, 'stale'), ...unexpected } : item(entry, 'planned');
}

/** The outcome of one invoice; where its customer could not be created, that is the reason. */
export function settleEntry(
  entry: PlannedEntry,
  report: ExportReport,
  newIds: ReadonlyMap<string, string>,
  created: readonly CreatedCustomer[],
  unexpected: Unexpected | undefined,
): SalesEntryItem {
  if (unexpected) {
    return plannedEntry(entry, unexpected);
  }
  const outcome = report.outcomes.find((each) => each.key === entry.key);
  const plain = item(entry, outcome?.outcome ?? 'skipped');
  const vismaId = entry.vismaId ?? newIds.get(entry.invoice.customerId);
  const withId = vismaId === undefined ? plain : { ...plain, customer: { ...plain.customer, vismaId } };
  if (!entry.isReady) {
    return withId;
  }
  return outcome
    ? { ...withId, ...documentResult(outcome, 'sales-entry') }
    : { ...withId, reason: whyNotTried(entry.invoice.customerId, created, report) };
}
