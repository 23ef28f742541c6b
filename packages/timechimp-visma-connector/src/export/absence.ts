import type { ExportRecord } from '../ports/export-record.ts';
import type { Work } from './work.ts';

/** One more look-up that found nothing; `askedAt` is when it was asked. */
export function oneMoreAbsence(record: ExportRecord, askedAt: number): ExportRecord['absent'] {
  const { count, firstAt } = record.absent;
  return { count: count + 1, firstAt: firstAt ?? askedAt };
}

/**
 * Whether a look-up that found nothing proves the absence: an earlier one found nothing too, and when this one was asked,
 * nothing that was sent before could take effect any more. The moment of asking counts, not of judging: a worker may stand
 * still for an hour with the answer in its hands. With `since` the settling margin counts from then as well.
 */
export function isProvedAbsent(work: Work, record: ExportRecord, askedAt: number, since: number | null = 0): boolean {
  const settled = since === 0 ? 0 : (since ?? Infinity) + work.options.maxServerDelay;
  return record.absent.count >= 1 && askedAt >= Math.max(record.quietFrom ?? 0, settled);
}
