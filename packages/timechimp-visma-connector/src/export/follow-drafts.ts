import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { attempt } from './attempt.ts';
import { createBatch } from './batch.ts';
import { failureOf } from './delivery.ts';
import { type LookedUp, lookUp } from './find-documents.ts';
import { finish } from './finish.ts';
import { afterMissingFound } from './missing-draft.ts';
import { pagesOf } from './pages-of.ts';
import type { ExportOutcome } from './report.ts';
import { takeUp, type Work } from './work.ts';

/**
 * Looks which drafts of finished exports are gone, and what became of them, with one call of the driver each per page:
 * an invoice that a person made of one is adopted as its final document.
 */
export async function followDrafts(
  work: Work,
  conclude: (outcome: ExportOutcome) => void,
): Promise<ExportReason | null> {
  const existing = work.driver.existingDrafts?.bind(work.driver);
  if (!existing) return null;
  const query = { states: ['exported'], draftOnly: true, leaseLapsedAt: work.clock.now() } as const;
  for await (const records of pagesOf(work, query)) {
    const ids = records.flatMap((record) => record.documents.draftId ?? []);
    const there = await attempt(() => existing(ids, { signal: work.context.signal }));
    if (!there.ok) return failureOf(there.error, 'look-up-failed');
    const gone = records.filter(({ documents }) => !there.value.has(documents.draftId ?? ''));
    if (gone.length === 0) continue;
    const batch = createBatch(gone, conclude);
    await batch.each((record) => takeUp(work, record), () => true);
    // One look-up for all of them: people finalise a month's drafts in one go.
    const found = await lookUp(work, batch.open, 'draft-missing');
    await batch.each((record) => follow(work, record, found), undefined, work.options.concurrency);
    if (batch.stopped) return batch.stopped;
  }
  return null;
}

async function follow(work: Work, record: ExportRecord, found: LookedUp): Promise<ExportRecord> {
  const missing = await afterMissingFound(work, record, found);
  return missing.adopted ? finish(work, missing.record, []) : missing.record;
}
