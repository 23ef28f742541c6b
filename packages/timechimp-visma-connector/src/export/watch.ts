import { type ExportReason, type ExportRecord, isLive } from '../ports/export-record.ts';
import { attempt } from './attempt.ts';
import { failureOf } from './delivery.ts';
import type { FoundDocument } from './driver.ts';
import { lookUp } from './find-documents.ts';
import { isFinal } from './finish.ts';
import { generationOf } from './mark.ts';
import { pagesOf } from './pages-of.ts';
import { StaleWorker } from './stale-worker.ts';
import { freshLease, isLeased, move, type Work } from './work.ts';

/**
 * Looks for documents that arrived although their write was given up. A single late draft that is as we sent it is
 * deleted; anything else raises an alarm, because only a person can put it right.
 */
export async function sweepWatched(work: Work): Promise<ExportReason | null> {
  for await (const records of pagesOf(work, { watchedAt: work.clock.now() })) {
    const found = await lookUp(work, records, 'watch');
    if (!found.ok) return failureOf(found.error, 'look-up-failed');
    for (const record of records) {
      const documents = found.value.get(record.key) ?? [];
      const late = documents.filter((document) => isLate(work, record, document));
      if (late.length > 0) await clearLate(work, record, late);
      await reportLateBookings(work, record, documents);
    }
  }
  return null;
}

/**
 * A booking carries no mark: every one under this customer and number that is not the stored one has arrived since the
 * write that was given up, because nothing was there before it; the stored one may also be a customer invoice that was
 * adopted. The record is read again, as another worker may have booked meanwhile; where that one's own booking is not
 * stored yet, nothing can be told until the next sweep.
 */
async function reportLateBookings(work: Work, listed: ExportRecord, documents: readonly FoundDocument[]): Promise<void> {
  const booked = documents.filter(({ documents: { ledgerItemId } }) => ledgerItemId !== undefined);
  if (booked.length === 0 || !listed.history.some(({ to }) => to === 'writing')) return;
  const [record] = await work.store.get(work.context.scope, [listed.key]);
  if (!record || (isLive(record.state) && record.state !== 'held' && !isFinal(record))) return;
  const late = booked.filter((document) => !isOwn(record, document));
  if (late.length > 0) raiseLate(work, record, late);
}

function raiseLate(work: Work, record: ExportRecord, late: readonly FoundDocument[]): void {
  const message = `A write that was given up arrived late: ${JSON.stringify(late.map((each) => each.documents))}.`;
  work.alarms.push({ key: record.key, code: 'late-document', message });
}

function isLate(work: Work, record: ExportRecord, document: FoundDocument): boolean {
  if (document.mark === null || isOwn(record, document)) return false;
  const generation = generationOf(document.mark, record.mark);
  const now = work.clock.now();
  return record.watch.some((each) => each.generation === generation && each.watchUntil > now);
}

function isOwn(record: ExportRecord, { documents }: FoundDocument): boolean {
  const { draftId, invoiceId, ledgerItemId, voucherId } = record.documents;
  return (
    (voucherId !== undefined && voucherId === documents.voucherId) ||
    (draftId !== undefined && draftId === documents.draftId) ||
    (invoiceId !== undefined && invoiceId === documents.invoiceId) ||
    (ledgerItemId !== undefined && ledgerItemId === documents.ledgerItemId)
  );
}

async function clearLate(work: Work, record: ExportRecord, late: readonly FoundDocument[]): Promise<void> {
  const [only, ...others] = late;
  const draftId = only?.documents.draftId;
  const remove = work.driver.removeDraft?.bind(work.driver);
  const removable = only?.stage === 'draft' && others.length === 0 && only.differences.length === 0;
  if (!removable || draftId === undefined || !remove) {
    raiseLate(work, record, late);
    return;
  }
  if (isLeased(record, work.clock.now())) return;
  try {
    await removeLate(work, record, draftId, remove);
  } catch (error) {
    // Another worker has the export and may be adopting the draft: it is looked at again next time.
    if (!(error instanceof StaleWorker)) throw error;
  }
}

async function removeLate(
  work: Work,
  record: ExportRecord,
  draftId: string,
  remove: NonNullable<Work['driver']['removeDraft']>,
): Promise<void> {
  const note = `late draft ${draftId}`;
  // The same guard as for a write: nobody can adopt the draft between here and its deletion.
  const { leaseUntil, sendBefore } = freshLease(work);
  const held = await move(work, record, { leaseUntil, reason: record.reason, note });
  const removed = await attempt(() => remove(draftId, { startBefore: sendBefore ?? 0, signal: work.context.signal }));
  const message = removed.ok ? `A late draft was deleted (${draftId}).` : `A late draft could not be deleted (${draftId}).`;
  work.alarms.push({ key: record.key, code: removed.ok ? 'late-draft-deleted' : 'late-document', message });
  await move(work, held, { leaseUntil: null, reason: record.reason, note: message });
}
