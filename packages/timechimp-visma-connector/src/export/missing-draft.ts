import type { ExportRecord } from '../ports/export-record.ts';
import { isProvedAbsent, oneMoreAbsence } from './absence.ts';
import { failureOf } from './delivery.ts';
import { adoptFound, type LookedUp, lookUp } from './find-documents.ts';
import { continueUndo } from './undo.ts';
import { move, plainLease, type Work } from './work.ts';

/** Looks for what became of the missing draft of one record; see `afterMissingFound`. */
export async function afterMissing(work: Work, record: ExportRecord): Promise<AfterMissing> {
  return afterMissingFound(work, record, await lookUp(work, [record], 'draft-missing'));
}

/** What became of a record whose draft is gone; `adopted` when a document was found that stands for it. */
interface AfterMissing {
  readonly record: ExportRecord;
  readonly adopted: boolean;
}

/**
 * The stored draft is gone. People finalise drafts: that is the normal path, so its invoice is looked for. Nothing found
 * twice, the second time after the settling margin: `draft-missing`, for an operator, or freed where the option says so.
 * Answers a record without lease when it is to be tried again later. `found` is a look-up of purpose `draft-missing`.
 */
export async function afterMissingFound(work: Work, record: ExportRecord, found: LookedUp): Promise<AfterMissing> {
  if (!found.ok) {
    const reason = failureOf(found.error, 'look-up-failed');
    return { record: await move(work, record, { leaseUntil: null, reason }), adopted: false };
  }
  const adopted = await adoptFound(work, record, found.value.get(record.key));
  if (adopted) return { record: adopted, adopted: adopted.state === 'stored' };
  return { record: await notFound(work, record, found.askedAt), adopted: false };
}

async function notFound(work: Work, record: ExportRecord, askedAt: number): Promise<ExportRecord> {
  const absent = oneMoreAbsence(record, askedAt);
  if (!isProvedAbsent(work, record, askedAt, record.absent.firstAt)) {
    const reason = { code: 'draft-not-found', message: 'The draft is gone; its invoice was not found yet.' };
    return move(work, record, { absent, leaseUntil: null, reason });
  }
  const reason = { code: 'draft-missing', message: 'The draft is gone and no invoice was made from it.' };
  const missing = await move(work, record, { state: 'draft-missing', absent, leaseUntil: null, reason });
  return work.options.onDraftMissing === 'free' ? freeMissing(work, missing) : missing;
}

/** Frees the items of a draft that is gone: their recorded statuses are restored. */
async function freeMissing(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const undo = {
    document: 'gone',
    removed: false,
    by: 'onDraftMissing',
    note: 'freed by the option onDraftMissing',
  } as const;
  return continueUndo(work, await move(work, record, { state: 'undoing', undo, ...plainLease(work) }));
}
