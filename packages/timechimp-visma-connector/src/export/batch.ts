import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { inOrder } from './in-order.ts';
import { outcomeOf, skipped } from './outcome.ts';
import type { ExportOutcome } from './report.ts';
import { StaleWorker, StopRun } from './stale-worker.ts';

/**
 * Records on their way through the steps of a run. A step that finds itself overtaken by another worker ends that record
 * alone; a failure that all would meet stops the batch.
 */
export interface Batch {
  /** Records that are still on their way. */
  readonly open: readonly ExportRecord[];
  readonly outcomes: ReadonlyMap<string, ExportOutcome>;
  readonly stopped: ExportReason | null;
  /**
   * Takes each open record through a step, begun in order, at most `atOnce` (default 1) at a time. Those that `staysOpen`
   * does not keep have reached their outcome, which is told in order.
   */
  each(
    step: (record: ExportRecord) => Promise<ExportRecord>,
    staysOpen?: (record: ExportRecord) => boolean,
    atOnce?: number,
  ): Promise<void>;
  /** Keeps what is still open from being sent. */
  stop(reason: ExportReason): void;
  /** Ends the batch: what is still open gets the outcome of its state. */
  end(): void;
}

/** Starts a batch; `onOutcome` hears each outcome once. */
export function createBatch(
  records: readonly ExportRecord[],
  onOutcome: (outcome: ExportOutcome) => void,
): Batch {
  let open = [...records];
  let stopped: ExportReason | null = null;
  const outcomes = new Map<string, ExportOutcome>();
  const conclude = (outcome: ExportOutcome): void => {
    outcomes.set(outcome.key, outcome);
    onOutcome(outcome);
  };
  const take = async (
    record: ExportRecord,
    step: (record: ExportRecord) => Promise<ExportRecord>,
    staysOpen: (record: ExportRecord) => boolean,
  ): Promise<{ readonly open: ExportRecord } | { readonly outcome: ExportOutcome }> => {
    try {
      const next = await step(record);
      return staysOpen(next) ? { open: next } : { outcome: outcomeOf(next) };
    } catch (error) {
      if (error instanceof StaleWorker) {
        const reason = { code: 'taken-over', message: error.message };
        return { outcome: skipped(record.key, reason, error.current) };
      }
      if (!(error instanceof StopRun)) throw error;
      // At once, not in order: nothing more may be begun.
      stopped ??= error.reason;
      return { outcome: outcomeOf(error.record) };
    }
  };
  return {
    get open() {
      return open;
    },
    get stopped() {
      return stopped;
    },
    outcomes,
    each: async (step, staysOpen = () => false, atOnce = 1) => {
      const kept: ExportRecord[] = [];
      await inOrder(
        open,
        atOnce,
        (record) => take(record, step, staysOpen),
        (taken) => {
          if ('open' in taken) kept.push(taken.open);
          else conclude(taken.outcome);
        },
      );
      open = kept;
    },
    stop: (reason) => {
      stopped ??= reason;
    },
    end: () => {
      for (const record of open) conclude(outcomeOf(record));
      open = [];
    },
  };
}
