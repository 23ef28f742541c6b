import type { ExportReason, ExportRecord, ExportState } from '../ports/export-record.ts';
import { createBatch } from './batch.ts';
import { followDrafts } from './follow-drafts.ts';
import { outcomeOf } from './outcome.ts';
import { pagesOf } from './pages-of.ts';
import { processBatch } from './process.ts';
import type { ExportOutcome } from './report.ts';
import { takeOver } from './claim-all.ts';
import { sweepWatched } from './watch.ts';
import { whyNot, type Work } from './work.ts';

const unfinished: readonly ExportState[] = [
  'claimed',
  'writing',
  'in-doubt',
  'stored',
  'converting',
  'written',
  'undoing',
  'replacing',
];
const stopped: readonly ExportState[] = ['held', 'draft-missing'];

/**
 * Finishes everything of one kind that no worker has, follows drafts that people may have converted, and looks for late
 * documents. What only a person can decide is reported as it stands.
 */
export async function reconcileKind(
  work: Work,
  conclude: (outcome: ExportOutcome) => void,
): Promise<ExportReason | null> {
  const why = await whyNot(work.context);
  if (why) return why;
  for await (const records of pagesOf(work, { states: unfinished, leaseLapsedAt: work.clock.now() })) {
    const taken: ExportRecord[] = [];
    for (const record of records) {
      const mine = await takeOver(work, record, conclude);
      if (mine) taken.push(mine);
    }
    const batch = createBatch(taken, conclude);
    await processBatch(work, batch);
    if (batch.stopped) return batch.stopped;
  }
  const stoppedBy = (await followDrafts(work, conclude)) ?? (await sweepWatched(work));
  if (stoppedBy) return stoppedBy;
  for await (const records of pagesOf(work, { states: stopped })) {
    for (const record of records) conclude(outcomeOf(record));
  }
  return null;
}
