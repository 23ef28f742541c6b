import type { ExportRecord } from '../ports/export-record.ts';
import { checkSources, readSources } from './check-sources.ts';
import { checkBeforeWrite, lookUp } from './find-documents.ts';
import { finish } from './finish.ts';
import { continueUndo } from './undo.ts';
import { isInTime, takeUp, type Work } from './work.ts';
import { writeDocument } from './write-document.ts';

/**
 * Writes and finishes a claimed record whose items were read and whose document was looked for within its lease; both are
 * done again where the lease is over.
 */
export async function writeClaimed(work: Work, record: ExportRecord): Promise<ExportRecord> {
  let fresh = record;
  // A freeze in here is the same case again: nothing is sent on the strength of what was read a lease ago.
  while (isClaimed(fresh) && !isInTime(work, fresh)) {
    fresh = await prepareAgain(work, fresh);
    // Parked: what could not be read now is tried again later.
    if (fresh.leaseUntil === null) return fresh;
  }
  if (fresh.state === 'undoing') return continueUndo(work, fresh);
  if (!isClaimed(fresh)) return finish(work, fresh);
  const written = await writeDocument(work, fresh);
  // The replacement of a draft was refused: the marks of its items are taken back.
  if (written.record.state === 'undoing') return continueUndo(work, written.record);
  // The canary is read back, whatever the answer showed.
  return finish(work, written.record, work.canary ? undefined : written.differences);
}

/** There is no time left before this record's turn: what was read would be too old once it is sent. */
async function prepareAgain(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const held = await takeUp(work, record);
  const checked = await checkSources(work, held, await readSources(work, [held]));
  if (!isClaimed(checked) || checked.leaseUntil === null) return checked;
  return checkBeforeWrite(work, checked, await lookUp(work, [checked], 'before-write'));
}

function isClaimed(record: ExportRecord): boolean {
  return record.state === 'claimed';
}
