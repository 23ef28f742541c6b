import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { createBatch } from './batch.ts';
import { afterCanary, openCanary, withoutSettled } from './canary.ts';
import { claimPlan } from './claim.ts';
import type { RunRequest } from './engine.ts';
import { skipped } from './outcome.ts';
import type { ExportPlan } from './plan.ts';
import { processBatch } from './process.ts';
import type { ExportOutcome } from './report.ts';
import { StaleWorker } from './stale-worker.ts';
import { takeUp, type Work } from './work.ts';

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
  while (rest.length > 0) {
    stopped ??= await whyNot(work);
    if (stopped) break;
    const isAlone = request.canary === true && passed === null;
    const plans = rest.slice(0, isAlone ? 1 : work.options.batchSize);
    rest = rest.slice(plans.length);
    const step: Work = isAlone ? openCanary(work) : work;
    const batch = createBatch(await claimAll(step, plans, conclude), conclude);
    await processBatch(step, batch);
    stopped = batch.stopped;
    const [first] = plans;
    if (isAlone && first) {
      const after = afterCanary(step, first, outcomes.get(first.key));
      passed = after.passed ? first.key : null;
      stopped ??= after.stopped;
    }
  }
  for (const plan of rest) conclude(skipped(plan.key, stopped ?? notTried));
  return { outcomes, stopped, canary: passed };
}

const notTried: ExportReason = { code: 'stopped', message: 'The run stopped before this export was sent.' };

/** Why nothing may be sent now: aborted, or the guard says so. */
export async function whyNot(work: Work): Promise<ExportReason | null> {
  if (work.context.signal?.aborted === true) return { code: 'aborted', message: 'The run was aborted.' };
  return work.context.guard(work.context.signal);
}

async function claimAll(
  work: Work,
  plans: readonly ExportPlan[],
  conclude: (outcome: ExportOutcome) => void,
): Promise<ExportRecord[]> {
  const keys = plans.map((plan) => plan.key);
  const known = new Map((await work.store.get(work.context.scope, keys)).map((record) => [record.key, record]));
  const claimed: ExportRecord[] = [];
  for (const plan of plans) {
    const result = await claimPlan(work, plan, known.get(plan.key));
    if (result.kind === 'claimed') claimed.push(result.record);
    else if (result.kind === 'outcome') conclude(result.outcome);
    else {
      const taken = await takeOver(work, result.record, conclude);
      if (taken) claimed.push(taken);
    }
  }
  return claimed;
}

/** Takes up what an earlier worker left; null (with an outcome) when another one was quicker. */
export async function takeOver(
  work: Work,
  record: ExportRecord,
  conclude: (outcome: ExportOutcome) => void,
): Promise<ExportRecord | null> {
  try {
    // What may have been sent is in doubt from now on.
    return await takeUp(work, record, record.state === 'writing' ? { state: 'in-doubt' } : {});
  } catch (error) {
    if (!(error instanceof StaleWorker)) throw error;
    conclude(skipped(record.key, { code: 'busy', message: 'Another worker is at this export.' }, error.current));
    return null;
  }
}
