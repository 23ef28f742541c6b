import type { ExportRecord } from '../ports/export-record.ts';
import type { Batch } from './batch.ts';
import { checkSources, readSources } from './check-sources.ts';
import { checkBeforeWrite, checkInDoubt, lookUp } from './find-documents.ts';
import { finish, finishFound } from './finish.ts';
import { continueReplace } from './replace.ts';
import { continueUndo } from './undo.ts';
import { isLeased, move, takeUp, type Work } from './work.ts';
import { writeClaimed } from './write-claimed.ts';

/** Takes records that this worker has claimed or taken up through the rest of the protocol. */
export async function processBatch(work: Work, batch: Batch): Promise<void> {
  await prepareBatch(work, batch);
  await writeBatch(work, batch);
}

/**
 * Writes and finishes what was prepared, several records at a time. What is doubtful afterwards is looked up once at the
 * end.
 */
export async function writeBatch(work: Work, batch: Batch): Promise<void> {
  await batch.each(
    async (record) => {
      if (batch.stopped !== null || work.context.signal?.aborted === true) return giveUp(work, record);
      return advance(work, record);
    },
    (record) => record.state === 'in-doubt',
    work.options.concurrency,
  );
  await lookUpInDoubt(work, batch);
  batch.end();
}

/** Reads the items of claimed records again, and looks for their documents, each in one go. */
export async function prepareBatch(work: Work, batch: Batch): Promise<void> {
  const claimed = batch.open.filter(isClaimed);
  if (claimed.length === 0) return;
  const states = await readSources(work, claimed);
  await batch.each(
    async (record) => (isClaimed(record) ? checkSources(work, record, states) : record),
    isUnderWay,
  );
  const unchanged = batch.open.filter(isClaimed);
  if (unchanged.length === 0) return;
  const found = await lookUp(work, unchanged, 'before-write');
  await batch.each(
    async (record) => (isClaimed(record) ? checkBeforeWrite(work, record, found) : record),
    isUnderWay,
  );
}

async function lookUpInDoubt(work: Work, batch: Batch): Promise<void> {
  const doubtful = batch.open.filter((record) => record.state === 'in-doubt');
  if (doubtful.length === 0 || batch.stopped !== null || work.context.signal?.aborted === true) return;
  const found = await lookUp(work, doubtful, 'after-unknown');
  const settle = async (record: ExportRecord): Promise<ExportRecord> => {
    if (record.state !== 'in-doubt') return record;
    const held = isLeased(record, work.clock.now()) ? record : await takeUp(work, record);
    return finishFound(work, await checkInDoubt(work, held, found));
  };
  await batch.each(settle, undefined, work.options.concurrency);
}

async function advance(work: Work, record: ExportRecord): Promise<ExportRecord> {
  switch (record.state) {
    case 'claimed':
      return writeClaimed(work, record);
    case 'converting':
      // Whether the conversion got through shows when the draft is read.
      return finish(work, await move(work, record, { state: 'stored' }));
    case 'undoing':
      return continueUndo(work, record);
    case 'replacing':
      return continueReplace(work, record);
    default:
      return finish(work, record);
  }
}

/** The run stops: a claim that was not used is given back, everything else is left to `reconcile`. */
async function giveUp(work: Work, record: ExportRecord): Promise<ExportRecord> {
  if (!isClaimed(record)) return move(work, record, { leaseUntil: null, reason: record.reason });
  const reason = { code: 'stopped', message: 'The run stopped before this export was sent.' };
  return move(work, record, { state: 'released', reason });
}

function isClaimed(record: ExportRecord): boolean {
  return record.state === 'claimed';
}

/** Whether this worker still has it: every state in which nothing is left to do has no lease. */
function isUnderWay(record: ExportRecord): boolean {
  return record.leaseUntil !== null;
}
