import type { ExportReason, ExportRecord } from '../ports/export-record.ts';

/**
 * What came of one export, for the caller. `already-exported`: done before, nothing was written. `rejected`: mend it and
 * send it again. `in-doubt`: nobody knows yet whether Visma has it; never sent again before that is known. `held`: it is
 * there and something does not fit, or an operator must decide. `stale`: the source changed, make a new plan.
 * `skipped`: not tried, or someone else is at it. `undone`: taken back.
 */
export type OutcomeName =
  | 'exported'
  | 'already-exported'
  | 'rejected'
  | 'in-doubt'
  | 'held'
  | 'stale'
  | 'skipped'
  | 'undone';

/** One line of a report. */
export interface ExportOutcome {
  readonly key: string;
  readonly outcome: OutcomeName;
  /** Of one that ended `exported`: whether its document was written by us, or was found in Visma and adopted. */
  readonly how?: ExportRecord['how'];
  readonly reason: ExportReason | null;
  /** The record as it stands, when there is one. */
  readonly record: ExportRecord | null;
}

/** Something that a person should look at although no single outcome says so, such as a ledger item that came late. */
export interface ExportAlarm {
  readonly key: string;
  readonly code: string;
  readonly message: string;
}

/** What a run, a reconcile or an undo did. */
export interface ExportReport {
  /** One per plan or record, in the order in which they were given. */
  readonly outcomes: readonly ExportOutcome[];
  readonly alarms: readonly ExportAlarm[];
  /** Set when the run stopped early (abort, wrong company, no authorization): the rest was not tried. */
  readonly stopped: ExportReason | null;
  /** Of a run with a canary: the key of the one that was written alone, read back and found equal. Null: none was. */
  readonly canary?: string | null;
}
