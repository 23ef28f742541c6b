import type { ExportReason, ExportRecord, ExportState } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { createBatch } from './batch.ts';
import type { UndoRequest } from './engine.ts';
import { isFinal } from './finish.ts';
import { outcomeOf, skipped } from './outcome.ts';
import type { ExportOutcome } from './report.ts';
import { continueUndo } from './undo.ts';
import { isLeased, takeUp, whyNot, type Work } from './work.ts';

const undoable: readonly ExportState[] = ['stored', 'written', 'exported', 'held'];

/** Takes the exports back that can be, one after the other. */
export async function undoExports(
  work: Work,
  request: UndoRequest,
  conclude: (outcome: ExportOutcome) => void,
): Promise<ExportRecord['reason']> {
  const why = request.preview === true ? null : await whyNot(work.context);
  const records = new Map(
    (await work.store.get(work.context.scope, request.keys)).map((record) => [record.key, record]),
  );
  const open: ExportRecord[] = [];
  for (const key of request.keys) {
    const record = records.get(key);
    if (why) conclude(skipped(key, why, record));
    else if (!record) conclude(skipped(key, { code: 'unknown', message: 'There is no such export.' }));
    else {
      const refusal = refusalOf(work, record);
      if (refusal) conclude(refusal);
      else if (request.preview === true) conclude(skipped(key, wouldBe(record), record));
      else open.push(record);
    }
  }
  const batch = createBatch(open, conclude);
  await batch.each(async (record) => {
    const undo = { document: 'remove', removed: false, by: request.by, note: request.note } as const;
    return continueUndo(work, await takeUp(work, record, { state: 'undoing', undo }));
  });
  return why ?? batch.stopped;
}

function wouldBe(record: ExportRecord): ExportReason {
  const items = record.sources.map(({ ref }) => itemKey(ref)).join(', ');
  const message = isFinal(record)
    ? `The invoice would be voided where Visma allows it, and the status of ${items} restored.`
    : `The draft would be deleted and the status of ${items} restored.`;
  return { code: 'preview', message };
}

function refusalOf(work: Work, record: ExportRecord): ExportOutcome | null {
  if (record.state === 'undone') return outcomeOf(record);
  if (isLeased(record, work.clock.now())) {
    return skipped(record.key, { code: 'busy', message: 'Another worker is at this export.' }, record);
  }
  if (!undoable.includes(record.state)) {
    const message = `An export that is ${record.state} cannot be undone; reconcile or settle it first.`;
    return skipped(record.key, { code: 'cannot-undo', message }, record);
  }
  if (!isFinal(record) && record.documents.draftId === undefined) {
    const message = 'Which document it made is not known; settle it instead.';
    return skipped(record.key, { code: 'cannot-undo', message }, record);
  }
  if (work.driver[isFinal(record) ? 'voidFinal' : 'removeDraft'] !== undefined) return null;
  const message =
    'What is booked cannot be taken back: book the credit invoice of the time-tracking side. The documents are in the details.';
  const reason = { code: 'cannot-undo', message, details: { ...record.documents } };
  return skipped(record.key, reason, record);
}
