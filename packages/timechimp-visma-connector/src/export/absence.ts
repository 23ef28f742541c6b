import type { ExportRecord } from '../ports/export-record.ts';
import type { Work } from './work.ts';

/** One more look-up that found nothing. */
export function oneMoreAbsence(work: Work, record: ExportRecord): ExportRecord['absent'] {
  const { count, firstAt } = record.absent;
  return { count: count + 1, firstAt: firstAt ?? work.clock.now() };
}

/**
 * Whether a look-up that finds nothing now proves the absence: an earlier one found nothing too, and nothing that was
 * sent before can take effect any more. With `since` the settling margin counts from then as well.
 */
export function isProvedAbsent(work: Work, record: ExportRecord, since: number | null = 0): boolean {
  const settled = since === 0 ? 0 : (since ?? Infinity) + work.options.maxServerDelay;
  return record.absent.count >= 1 && work.clock.now() >= Math.max(record.quietFrom ?? 0, settled);
}
