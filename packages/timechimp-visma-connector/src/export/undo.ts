import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { attempt } from './attempt.ts';
import { failureOf } from './delivery.ts';
import { adoptFound, lookUp } from './find-documents.ts';
import { isProvedAbsent, oneMoreAbsence } from './absence.ts';
import { restoreSources } from './restore-sources.ts';
import { itemsWith } from './source-marks.ts';
import { closeGeneration, notYetAbsent } from './transition.ts';
import { freshLease, move, type Work } from './work.ts';

/**
 * Goes on with an undo: the document first, then the statuses, then the items are free. A draft that was deleted by us is
 * gone for certain; one that was not there may have been converted, so its invoice is looked for, twice.
 */
export async function continueUndo(work: Work, undoing: ExportRecord): Promise<ExportRecord> {
  let record = undoing;
  if (record.undo?.document === 'remove') {
    record = await removeDocument(work, record);
    if (record.undo?.document !== 'gone') return record;
  }
  const restored = await restoreSources(work, record);
  if (!restored.done) return restored.record;
  record = restored.record;
  const note = record.undo === null ? undefined : `${record.undo.by}: ${record.undo.note}`;
  // Where we did not remove the document ourselves, a write may still be under way.
  const now = work.clock.now();
  const watched = record.undo?.removed === true ? {} : closeGeneration(record, now, work.options.watch);
  const reason = notRestored(record);
  const undone = await move(work, record, { state: 'undone', undo: null, note, reason, ...watched });
  if (reason) work.alarms.push({ key: record.key, code: reason.code, message: reason.message });
  return undone;
}

/** The items that still count as invoiced although their document is gone: nobody would ever bill them. */
function notRestored(record: ExportRecord): ExportReason | null {
  return itemsWith(record, 'not-restored', 'items-not-restored', (items) =>
    `It is taken back, but these did not get their status back at the source: ${items}. What still counts as invoiced there is never billed again.`,
  );
}

async function removeDocument(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const { draftId, invoiceId } = record.documents;
  return invoiceId === undefined && draftId !== undefined
    ? removeDraft(work, record, draftId)
    : voidFinal(work, record);
}

async function removeDraft(work: Work, undoing: ExportRecord, draftId: string): Promise<ExportRecord> {
  const remove = work.driver.removeDraft?.bind(work.driver);
  if (!remove) return backToHeld(work, undoing, 'cannot-undo', 'Visma has no way to delete it.');
  const { quietFrom } = undoing;
  const record = await move(work, undoing, freshLease(work));
  const startBefore = record.sendBefore ?? 0;
  const removed = await attempt(() => remove(draftId, { startBefore, signal: work.context.signal }));
  if (!removed.ok) {
    const reason = failureOf(removed.error, 'not-removed');
    return move(work, record, { leaseUntil: null, reason });
  }
  if (removed.value === 'removed') return documentGone(work, record, quietFrom, true);
  // A definite answer: only what was sent before this call may still be under way.
  return afterAbsentDraft(work, { ...record, quietFrom });
}

/** The draft was not there: deleted by an earlier try or a person, or converted by a person. */
async function afterAbsentDraft(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const found = await lookUp(work, [record], 'draft-missing');
  if (!found.ok) {
    return move(work, record, { leaseUntil: null, reason: failureOf(found.error, 'look-up-failed') });
  }
  const adopted = await adoptFound(work, record, found.value.get(record.key));
  if (adopted?.state === 'stored') {
    return backToHeld(work, adopted, 'converted-meanwhile', 'The draft was gone already, and another document stands for this export.');
  }
  if (adopted) return adopted;
  if (record.differences.length > 0) {
    return backToHeld(work, record, 'draft-missing', 'The draft is gone. It was not as planned, so an invoice made of it could not be recognised without its mark.');
  }
  if (isProvedAbsent(work, record, found.askedAt, record.absent.firstAt)) {
    return documentGone(work, record, record.quietFrom, false);
  }
  const reason = { code: 'settling', message: 'The draft is gone; whether it became an invoice is looked up once more.' };
  return move(work, record, { absent: oneMoreAbsence(record, found.askedAt), leaseUntil: null, reason });
}

async function voidFinal(work: Work, undoing: ExportRecord): Promise<ExportRecord> {
  const voidIt = work.driver.voidFinal?.bind(work.driver);
  if (!voidIt) return backToHeld(work, undoing, 'cannot-undo', 'What is booked cannot be taken back.');
  const { quietFrom } = undoing;
  const record = await move(work, undoing, freshLease(work));
  const options = { startBefore: record.sendBefore ?? 0, signal: work.context.signal };
  const answer = await attempt(() => voidIt(record.documents, options));
  if (!answer.ok) {
    return move(work, record, { leaseUntil: null, reason: failureOf(answer.error, 'not-voided') });
  }
  if (answer.value.outcome === 'voided') return documentGone(work, record, quietFrom, true);
  return backToHeld(work, record, 'void-refused', answer.value.message);
}

function documentGone(
  work: Work,
  record: ExportRecord,
  quietFrom: number | null,
  removed: boolean,
): Promise<ExportRecord> {
  const { by, note } = record.undo ?? { by: '', note: '' };
  return move(work, record, { undo: { document: 'gone', removed, by, note }, absent: notYetAbsent, quietFrom });
}

/** Nothing was taken back: the document stands, the items stay held, a person reads why. */
function backToHeld(work: Work, record: ExportRecord, code: string, message: string): Promise<ExportRecord> {
  return move(work, record, { state: 'held', undo: null, leaseUntil: null, reason: { code, message } });
}
