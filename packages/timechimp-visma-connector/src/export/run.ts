import type { ExportReason } from '../ports/export-record.ts';
import { createBatch } from './batch.ts';
import { afterCanary, openCanary, withoutSettled } from './canary.ts';
import { claimAll } from './claim-all.ts';
import type { RunRequest } from './engine.ts';
import { skipped } from './outcome.ts';
import { processBatch } from './process.ts';
import type { ExportOutcome } from './report.ts';
import { whyNot, type Work } from './work.ts';
import { writePlans } from './write-plans.ts';

/** What a run led to: the outcomes by key, why it stopped early, and the key of the canary that passed, if one did. */
export interface RunResult {
  readonly outcomes: ReadonlyMap<string, ExportOutcome>;
  readonly stopped: ExportReason | null;
  readonly canary: string | null;
}

/** Writes plans in batches. With a canary, each plan goes alone until one was written in this run and read back. */
export async function runPlans(work: Work, request: RunRequest): Promise<RunResult> {
  const outcomes = new Map<string, ExportOutcome>();
  const conclude = (outcome: ExportOutcome): void => {
    outcomes.set(outcome.key, outcome);
    request.onOutcome?.(outcome);
  };
  let stopped: ExportReason | null = null;
  let passed: string | null = null;
  let rest = request.plans;
  if (request.canary === true) {
    const unsettled = await withoutSettled(work, request.plans, conclude);
    rest = unsettled.plans;
    stopped = unsettled.stopped;
  }
  while (rest.length > 0 && request.canary === true && passed === null) {
    stopped ??= await whyNot(work.context);
    const [first] = rest;
    if (stopped || !first) break;
    rest = rest.slice(1);
    const alone = openCanary(work);
    const batch = createBatch(await claimAll(alone, [first], conclude), conclude);
    await processBatch(alone, batch);
    const after = afterCanary(alone, first, outcomes.get(first.key));
    passed = after.passed ? first.key : null;
    stopped = batch.stopped ?? after.stopped;
  }
  if (!stopped) {
    ({ rest, stopped } = await writePlans(work, rest, conclude));
  }
  for (const plan of rest) conclude(skipped(plan.key, stopped ?? notTried));
  return { outcomes, stopped, canary: passed };
}

const notTried: ExportReason = { code: 'stopped', message: 'The run stopped before this export was sent.' };
