import { isLive, type ExportReason, type ExportRecord } from '../ports/export-record.ts';
import { claimPlan } from './claim.ts';
import type { ExportPlan } from './plan.ts';
import type { ExportOutcome } from './report.ts';
import type { Work } from './work.ts';

/**
 * The same work for one plan that goes alone: its document is read back after the write, whatever the answer showed,
 * and it is noted whether this run wrote it.
 */
export function openCanary(work: Work): Work {
  return { ...work, canary: { written: false } };
}

/**
 * The plans that may still be written in this run. Those that are exported, held or at another worker get their outcome
 * at once and serve as no canary. One that was booked from this very content and differs keeps the rest back, so that
 * trying again does not book another wrong one each time.
 */
export async function withoutSettled(
  work: Work,
  plans: readonly ExportPlan[],
  conclude: (outcome: ExportOutcome) => void,
): Promise<{ readonly plans: readonly ExportPlan[]; readonly stopped: ExportReason | null }> {
  const records = await work.store.get(work.context.scope, plans.map((plan) => plan.key));
  const live = new Map(records.filter((record) => isLive(record.state)).map((record) => [record.key, record]));
  const open: ExportPlan[] = [];
  let stopped: ExportReason | null = null;
  for (const plan of plans) {
    const record = live.get(plan.key);
    const judged = record ? await claimPlan(work, plan, record) : null;
    if (judged?.kind !== 'outcome') {
      open.push(plan);
      continue;
    }
    conclude(judged.outcome);
    if (record && isFailedCanary(record, plan)) stopped ??= failed(judged.outcome);
  }
  return { plans: open, stopped };
}

/**
 * Whether the plan that went alone passed: written in this run, read back and found equal. What turned out to be there
 * already, or not to be written after all, neither passes nor fails, and the next plan goes alone; anything else stops the
 * run.
 */
export function afterCanary(
  work: Work,
  plan: ExportPlan,
  outcome: ExportOutcome | undefined,
): { readonly passed: boolean; readonly stopped: ExportReason | null } {
  if (outcome?.outcome === 'exported') return { passed: work.canary?.written === true, stopped: null };
  if (outcome?.outcome === 'already-exported' || wasNotSent(outcome)) return { passed: false, stopped: null };
  return { passed: false, stopped: failed(outcome ?? { key: plan.key, outcome: null }) };
}

/** Nothing was sent for it: Visma has another document under its number, or its items changed. That says nothing of the rest. */
function wasNotSent(outcome: ExportOutcome | undefined): boolean {
  return (outcome?.outcome === 'held' || outcome?.outcome === 'stale') && outcome.record?.sendBefore === null;
}

function isFailedCanary(record: ExportRecord, plan: ExportPlan): boolean {
  return record.state === 'held' && record.reason?.code === 'differs' && record.payloadHash === plan.payloadHash;
}

function failed({ key, outcome }: { readonly key: string; readonly outcome: string | null }): ExportReason {
  return {
    code: 'canary-failed',
    message: 'The first one goes alone and did not end well; the rest was not sent.',
    details: { key, outcome },
  };
}
