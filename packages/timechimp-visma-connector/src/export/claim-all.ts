import type { ExportRecord } from '../ports/export-record.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import { claimedSources, claimPlan } from './claim.ts';
import { skipped } from './outcome.ts';
import type { ExportPlan } from './plan.ts';
import type { ExportOutcome } from './report.ts';
import { StaleWorker } from './stale-worker.ts';
import type { Change } from './transition.ts';
import { takeUp, type Work } from './work.ts';

/** Claims the plans of one batch, and takes up what an earlier worker left of them. The others get their outcome. */
export async function claimAll(
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
      const taken = await takeOver(work, result.record, conclude, contentOf(plan, result.record));
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
  change: Change = {},
): Promise<ExportRecord | null> {
  try {
    // What may have been sent is in doubt from now on.
    return await takeUp(work, record, record.state === 'writing' ? { state: 'in-doubt' } : change);
  } catch (error) {
    if (!(error instanceof StaleWorker)) throw error;
    conclude(skipped(record.key, { code: 'busy', message: 'Another worker is at this export.' }, error.current));
    return null;
  }
}

/** Nothing was sent of a claim that an earlier worker left unfinished: what is written is what is planned now. */
function contentOf(plan: ExportPlan, record: ExportRecord): Change {
  const keys = (items: readonly { readonly ref: ItemRef }[]): string => items.map(({ ref }) => itemKey(ref)).sort().join('\n');
  if (record.state !== 'claimed' || record.sources.some(({ mark }) => mark !== 'no') || keys(plan.sources) !== keys(record.sources)) return {};
  const { finish, payload, payloadHash } = plan;
  return { finish, payload, payloadHash, sources: claimedSources(plan) };
}
