import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { createBatch } from './batch.ts';
import { claimPlan } from './claim.ts';
import type { RunRequest } from './engine.ts';
import { skipped } from './outcome.ts';
import type { ExportPlan } from './plan.ts';
import { processBatch } from './process.ts';
import type { ExportOutcome } from './report.ts';
import { StaleWorker } from './stale-worker.ts';
import { takeUp, type Work } from './work.ts';

/** Writes plans in batches; answers the outcomes by key and why it stopped early, if it did. */
export async function runPlans(
  work: Work,
  request: RunRequest,
): Promise<{ readonly outcomes: ReadonlyMap<string, ExportOutcome>; readonly stopped: ExportReason | null }> {
  const outcomes = new Map<string, ExportOutcome>();
  const conclude = (outcome: ExportOutcome): void => {
    outcomes.set(outcome.key, outcome);
    request.onOutcome?.(outcome);
  };
  let stopped: ExportReason | null = null;
  for (const plans of batchesOf(request, work.options.batchSize)) {
    stopped ??= await whyNot(work);
    if (stopped) {
      for (const plan of plans) conclude(skipped(plan.key, stopped));
      continue;
    }
    const claimed = await claimAll(work, plans, conclude);
    const batch = createBatch(claimed, conclude);
    await processBatch(work, batch);
    stopped = batch.stopped ?? canaryReason(request, plans, outcomes);
  }
  return { outcomes, stopped };
}

function batchesOf(request: RunRequest, size: number): ExportPlan[][] {
  const { plans, canary } = request;
  const batches = canary === true && plans.length > 0 ? [plans.slice(0, 1)] : [];
  for (let start = batches.length; start < plans.length; start += size) {
    batches.push(plans.slice(start, start + size));
  }
  return batches;
}

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

function canaryReason(
  request: RunRequest,
  plans: readonly ExportPlan[],
  outcomes: ReadonlyMap<string, ExportOutcome>,
): ExportReason | null {
  const [first] = request.plans;
  if (request.canary !== true || !first || plans[0] !== first) return null;
  const outcome = outcomes.get(first.key)?.outcome;
  if (outcome === 'exported' || outcome === 'already-exported') return null;
  return {
    code: 'canary-failed',
    message: 'The first one goes alone and did not end well; the rest was not sent.',
    details: { key: first.key, outcome: outcome ?? null },
  };
}
