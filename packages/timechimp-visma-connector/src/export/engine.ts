import type { ExportDocuments, ExportReason, ExportRecord } from '../ports/export-record.ts';
import type { ExportScope } from '../ports/scope.ts';
import type { DocumentDriver } from './driver.ts';
import type { ExportSource } from './export-source.ts';
import type { ExportPlan } from './plan.ts';
import type { ExportAlarm, ExportOutcome, ExportReport } from './report.ts';

/** What every call of the engine needs to know about where it works. */
export interface ExportContext {
  readonly scope: ExportScope;
  readonly source: ExportSource;
  /**
   * Called before each batch of writes: is the connection still that of the scope's company, may we write?
   * A reason stops the run, with nothing sent, and so does an error, whose reason is `company-unread`; null lets it go on.
   */
  readonly guard: (signal?: AbortSignal) => Promise<ExportReason | null>;
  readonly signal?: AbortSignal | undefined;
  /** Told after each export, in order, for progress. */
  readonly onOutcome?: ((outcome: ExportOutcome) => void) | undefined;
}

/** Of a call that answers one outcome and no report. */
export interface AlarmListener {
  /** Told at the end of what a person should look at although the outcome does not say so. */
  readonly onAlarm?: ((alarm: ExportAlarm) => void) | undefined;
}

/** Writes plans. All of one kind. */
export interface RunRequest extends ExportContext {
  readonly driver: DocumentDriver;
  readonly plans: readonly ExportPlan[];
  /**
   * The first plan that is written in this run goes alone and is read back, and the rest only when it ended `exported`.
   * What was exported before, or is found in Visma and adopted, does not count: the next one goes alone then.
   */
  readonly canary?: boolean | undefined;
}

/** Finishes or reports what crashes, lost answers and people left behind. */
export interface ReconcileRequest extends ExportContext {
  /** One per kind that is to be reconciled. */
  readonly drivers: readonly DocumentDriver[];
}

/** Takes exports back. */
export interface UndoRequest extends ExportContext {
  readonly driver: DocumentDriver;
  readonly keys: readonly string[];
  /** Who asked for it and why: kept in the history. */
  readonly by: string;
  readonly note: string;
  /** By our own ledger: `skipped`, with code `preview` and what would be done where nothing speaks against it. */
  readonly preview?: boolean | undefined;
}

/** Replaces the open draft of an export by a new proposal for the same items, after the source data was corrected. */
export interface ReplaceRequest extends ExportContext, AlarmListener {
  readonly driver: DocumentDriver;
  /** The new proposal: same key and items as the exported one, each with the status that our mark gave it. */
  readonly plan: ExportPlan;
  /** Who asked for it and why: kept in the history. */
  readonly by: string;
  readonly note: string;
}

/** Asks what replacements would come to. */
export interface PreviewReplaceRequest extends ExportContext {
  readonly driver: DocumentDriver;
  /** The new proposals, as for a replacement. */
  readonly plans: readonly ExportPlan[];
}

/**
 * The operator's decision about a `held`, `in-doubt` or `draft-missing` export. `recheck`: compare again and go on when
 * it fits now. `exported`: these are its documents, go on as written. `not-exported`: Visma does not have it (any more);
 * the recorded statuses are restored and the items are free.
 */
export interface SettleRequest extends ExportContext, AlarmListener {
  readonly driver: DocumentDriver;
  readonly key: string;
  readonly as: 'recheck' | 'exported' | 'not-exported';
  /** With `exported`: the documents as the operator found them. Absent: those that are known already. */
  readonly documents?: ExportDocuments | undefined;
  readonly by: string;
  readonly note: string;
}

/**
 * The one implementation of "exactly once". It throws only when nothing can go on (a store that fails, a programming
 * error); everything else is an outcome. What is under way when the signal aborts is left as a crash would leave it,
 * for `reconcile`.
 */
export interface ExportEngine {
  /** Claim, read again, look up, write, compare, convert, mark the source: see docs/rules.md, A. */
  run(request: RunRequest): Promise<ExportReport>;
  /** Repeatable at any time by any number of workers; what another worker holds is passed over. */
  reconcile(request: ReconcileRequest): Promise<ExportReport>;
  /** Draft: deleted. Final invoice: voided where Visma allows it. Sales entry: refused, with what to do instead. */
  undo(request: UndoRequest): Promise<ExportReport>;
  /**
   * For drafts only. The old draft must be there, as we wrote it and alone; it is deleted, confirmed gone, and the new one
   * written under the mark of the next generation. Any doubt is `skipped` (or `stale`) with its reason, and the old draft
   * stands. After a crash or a lost answer `reconcile` goes on; the items are held all the time.
   */
  replace(request: ReplaceRequest): Promise<ExportOutcome>;
  /**
   * Looks at the drafts and their items, in one look-up for all of them, and changes nothing: `skipped`, with code
   * `preview` where nothing speaks against the replacement. One outcome per plan, in their order.
   */
  previewReplace(request: PreviewReplaceRequest): Promise<readonly ExportOutcome[]>;
  /** The operator's hand. */
  settle(request: SettleRequest): Promise<ExportOutcome>;
  /** The record of a key, for display. */
  find(scope: ExportScope, key: string): Promise<ExportRecord | null>;
}
