import type { ExportReason, ExportRecord, Replacement } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { createBatch } from './batch.ts';
import type { PreviewReplaceRequest, ReplaceRequest } from './engine.ts';
import { isFinal } from './finish.ts';
import { skipped } from './outcome.ts';
import type { ExportPlan } from './plan.ts';
import { continueReplace, doubtOf, lookAround, type Surroundings } from './replace.ts';
import type { ExportOutcome } from './report.ts';
import { isLeased, takeUp, whyNot, type Work } from './work.ts';

/** Replaces the open draft of one export; see `ExportEngine.replace`. */
export async function replaceExport(work: Work, request: ReplaceRequest): Promise<ExportOutcome> {
  const { plan, by, note } = request;
  const [record] = await work.store.get(work.context.scope, [plan.key]);
  if (!record) return skipped(plan.key, unknown);
  const before = withoutReplacing(work, plan, record);
  if (before) return before;
  const why = await whyNot(work.context);
  if (why) return skipped(plan.key, why, record);
  const replacement = replacementBy(plan, record, by, note);
  const outcomes: ExportOutcome[] = [];
  const batch = createBatch([record], (outcome) => outcomes.push(outcome));
  await batch.each(async (open) => continueReplace(work, await takeUp(work, open, { state: 'replacing', replacement })));
  const [outcome] = outcomes;
  if (!outcome) return skipped(plan.key, { code: 'unknown', message: 'Nothing came of it.' }, record);
  return outcome.outcome === 'exported' && outcome.reason ? refused(outcome, outcome.reason) : outcome;
}

/** What replacements would come to; see `ExportEngine.previewReplace`. */
export async function previewReplace(work: Work, { plans }: PreviewReplaceRequest): Promise<readonly ExportOutcome[]> {
  const why = await whyNot(work.context);
  const keys = plans.map(({ key }) => key);
  const records = new Map((await work.store.get(work.context.scope, keys)).map((record) => [record.key, record]));
  const open = [...records.values()].filter((record) => plans.some((plan) => plan.key === record.key && !withoutReplacing(work, plan, record)));
  const seen = why === null && open.length > 0 ? await lookAround(work, open) : null;
  const outcomes: ExportOutcome[] = [];
  for (const plan of plans) {
    const record = records.get(plan.key);
    if (!record) {
      outcomes.push(skipped(plan.key, unknown));
      continue;
    }
    const before = withoutReplacing(work, plan, record) ?? (why ? skipped(plan.key, why, record) : null);
    outcomes.push(before ?? (await previewOne(work, plan, record, seen)));
  }
  return outcomes;
}

async function previewOne(work: Work, plan: ExportPlan, record: ExportRecord, seen: Surroundings | null): Promise<ExportOutcome> {
  const doubt = await doubtOf(work, record, replacementBy(plan, record, '', ''), seen ?? (await lookAround(work, [record])));
  return doubt?.code === 'source-changed' ? { key: plan.key, outcome: 'stale', reason: doubt, record } : skipped(plan.key, doubt ?? wouldBe, record);
}

/** The outcome of a plan that replaces nothing: the draft is as planned already, or something speaks against it. */
function withoutReplacing(work: Work, plan: ExportPlan, record: ExportRecord): ExportOutcome | null {
  if (record.state === 'exported' && record.payloadHash === plan.payloadHash) {
    return { key: plan.key, outcome: 'already-exported', reason: null, record };
  }
  const refusal = refusalOf(work, plan, record);
  return refusal && skipped(plan.key, refusal, record);
}

function replacementBy(plan: ExportPlan, record: ExportRecord, by: string, note: string): Replacement {
  const hashes = new Map(plan.sources.map((source) => [itemKey(source.ref), source.hash]));
  return {
    finish: plan.finish,
    payload: plan.payload,
    payloadHash: plan.payloadHash,
    hashes: record.sources.map(({ ref, hash }) => hashes.get(itemKey(ref)) ?? hash),
    sent: false,
    by,
    note,
  };
}

const unknown = { code: 'unknown', message: 'There is no such export.' };
const wouldBe = { code: 'preview', message: 'The draft would be deleted and a new one written for the same items.' };

/** The old draft stands: the source has changed again, or there is a doubt about the draft. */
function refused({ key, record }: ExportOutcome, reason: ExportReason): ExportOutcome {
  return { key, outcome: reason.code === 'source-changed' ? 'stale' : 'skipped', reason, record };
}

function refusalOf(work: Work, plan: ExportPlan, record: ExportRecord): ExportReason | null {
  const no = (code: string, message: string): ExportReason => ({ code, message });
  const now = work.clock.now();
  if (isLeased(record, now)) return no('busy', 'Another worker is at this export.');
  if (record.state !== 'exported' || record.documents.draftId === undefined || isFinal(record)) {
    return no('cannot-replace', `Only an open draft is replaced; this export is ${isFinal(record) ? 'final' : record.state}.`);
  }
  if (work.driver.removeDraft === undefined) return no('cannot-replace', 'Visma has no way to delete it.');
  if (record.quietFrom !== null && now < record.quietFrom) {
    return no('settling', 'Something that was sent earlier may still take effect; try again later.');
  }
  const items = (some: readonly { readonly ref: ExportRecord['sources'][number]['ref'] }[]): string =>
    some.map(({ ref }) => itemKey(ref)).sort().join('\n');
  if (items(plan.sources) !== items(record.sources)) {
    return no('other-items', 'The new proposal is for other items: take the draft back, then export anew.');
  }
  const unmarked = record.sources.filter(({ ref, mark }) => mark !== (work.context.source.markedStatus(ref.kind) === null ? 'no' : 'yes'));
  return unmarked.length === 0
    ? null
    : no('cannot-replace', `${unmarked.length} of the items do not have our mark; take the draft back, then export anew.`);
}
