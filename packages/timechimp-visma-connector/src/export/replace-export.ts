import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { createBatch } from './batch.ts';
import type { ReplaceRequest } from './engine.ts';
import { isFinal } from './finish.ts';
import { skipped } from './outcome.ts';
import type { ExportPlan } from './plan.ts';
import { continueReplace, doubtOf } from './replace.ts';
import type { ExportOutcome } from './report.ts';
import { isLeased, takeUp, whyNot, type Work } from './work.ts';

/** Replaces the open draft of one export; see `ExportEngine.replace`. */
export async function replaceExport(work: Work, request: ReplaceRequest): Promise<ExportOutcome> {
  const { plan, by, note } = request;
  const [record] = await work.store.get(work.context.scope, [plan.key]);
  if (!record) return skipped(plan.key, { code: 'unknown', message: 'There is no such export.' });
  if (record.state === 'exported' && record.payloadHash === plan.payloadHash) {
    return { key: plan.key, outcome: 'already-exported', reason: null, record };
  }
  const why = refusalOf(work, plan, record) ?? (await whyNot(work));
  if (why) return skipped(plan.key, why, record);
  const hashes = new Map(plan.sources.map((source) => [itemKey(source.ref), source.hash]));
  const replacement = {
    finish: plan.finish,
    payload: plan.payload,
    payloadHash: plan.payloadHash,
    hashes: record.sources.map(({ ref, hash }) => hashes.get(itemKey(ref)) ?? hash),
    sent: false,
    by,
    note,
  };
  if (request.preview === true) {
    const doubt = await doubtOf(work, record, replacement);
    return doubt?.code === 'source-changed' ? { key: plan.key, outcome: 'stale', reason: doubt, record } : skipped(plan.key, doubt ?? wouldBe, record);
  }
  const outcomes: ExportOutcome[] = [];
  const batch = createBatch([record], (outcome) => outcomes.push(outcome));
  await batch.each(async (open) => continueReplace(work, await takeUp(work, open, { state: 'replacing', replacement })));
  const [outcome] = outcomes;
  if (!outcome) return skipped(plan.key, { code: 'unknown', message: 'Nothing came of it.' }, record);
  return outcome.outcome === 'exported' && outcome.reason ? refused(outcome, outcome.reason) : outcome;
}

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
