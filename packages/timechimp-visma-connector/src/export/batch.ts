import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
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
  /** Takes each open record through a step, in order; those that `staysOpen` does not keep have reached their outcome. */
  each(
    step: (record: ExportRecord) => Promise<ExportRecord>,
    staysOpen?: (record: ExportRecord) => boolean,
  ): Promise<void>;
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
  ): Promise<ExportRecord | null> => {
    try {
      return await step(record);
    } catch (error) {
      if (error instanceof StaleWorker) {
        const reason = { code: 'taken-over', message: error.message };
        conclude(skipped(record.key, reason, error.current));
      } else if (error instanceof StopRun) {
        stopped = error.reason;
        conclude(outcomeOf(error.record));
      } else {
        throw error;
      }
      return null;
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
    each: async (step, staysOpen = () => false) => {
      const kept: ExportRecord[] = [];
      for (const record of open) {
        const next = await take(record, step);
        if (next && staysOpen(next)) kept.push(next);
        else if (next) conclude(outcomeOf(next));
      }
      open = kept;
    },
    end: () => {
      for (const record of open) conclude(outcomeOf(record));
      open = [];
    },
  };
}
