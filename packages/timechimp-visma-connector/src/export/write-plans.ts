import type { ExportReason } from '../ports/export-record.ts';
import { attempt, type Attempt } from './attempt.ts';
import { type Batch, createBatch } from './batch.ts';
import { claimAll } from './claim-all.ts';
import type { ExportPlan } from './plan.ts';
import { prepareBatch, writeBatch } from './process.ts';
import type { ExportOutcome } from './report.ts';
import { whyNot, type Work } from './work.ts';

/** What is left of the plans when a run stops, and why it stopped. */
export interface Unwritten {
  readonly rest: readonly ExportPlan[];
  readonly stopped: ExportReason | null;
}

/** A batch that is claimed, read again and looked up; null with the reason when nothing may be sent. */
type Prepared = { readonly batch: Batch; readonly speak: () => void } | { readonly batch: null; readonly why: ExportReason };

/**
 * Writes plans batch by batch. While one is written, the next is claimed, read and looked up, so that the pace of the
 * writes has no gaps. Not where a document cannot be taken back: there each look-up sees all earlier batches' documents.
 */
export async function writePlans(
  work: Work,
  plans: readonly ExportPlan[],
  conclude: (outcome: ExportOutcome) => void,
): Promise<Unwritten> {
  let rest = plans;
  const begin = (): Promise<Attempt<Prepared>> | null => {
    if (rest.length === 0) return null;
    const some = rest.slice(0, work.options.batchSize);
    return attempt(() => prepare(work, some, conclude, () => (rest = rest.slice(some.length))));
  };
  const isAhead = !work.driver.lookAgainAfterWrite;
  let next = begin();
  for (;;) {
    const step = await next;
    if (step === null) return { rest, stopped: null };
    if (!step.ok) throw step.error;
    const { batch } = step.value;
    if (batch === null) return { rest, stopped: step.value.why };
    step.value.speak();
    const after = isAhead ? begin() : null;
    const written = await attempt(() => writeBatch(work, batch));
    if (!written.ok || batch.stopped) {
      await giveBack(work, await after, batch.stopped);
      if (!written.ok) throw written.error;
      return { rest, stopped: batch.stopped };
    }
    next = isAhead ? after : begin();
  }
}

/** Outcomes of the preparation are kept back until those of the batch before it are told. */
async function prepare(
  work: Work,
  plans: readonly ExportPlan[],
  conclude: (outcome: ExportOutcome) => void,
  taken: () => void,
): Promise<Prepared> {
  const why = await whyNot(work.context);
  if (why) return { batch: null, why };
  taken();
  let kept: ExportOutcome[] | null = [];
  const tell = (outcome: ExportOutcome): void => {
    if (kept) kept.push(outcome);
    else conclude(outcome);
  };
  const batch = createBatch(await claimAll(work, plans, tell), tell);
  await prepareBatch(work, batch);
  const speak = (): void => {
    const early = kept ?? [];
    kept = null;
    early.forEach(conclude);
  };
  return { batch, speak };
}

/** The run stops after the batch before: what was prepared meanwhile is given back unsent. */
async function giveBack(work: Work, prepared: Attempt<Prepared> | null, stopped: ExportReason | null): Promise<void> {
  if (!prepared?.ok || prepared.value.batch === null) return;
  const { batch, speak } = prepared.value;
  speak();
  batch.stop(stopped ?? { code: 'stopped', message: 'The run stopped before this export was sent.' });
  await writeBatch(work, batch);
}
