import type { LocalDate } from '@x/billing-core';
import { textOf } from './text.ts';

/**
 * The calendar day of a date field: `2026-01-30`, or `2026-01-30T00:00:00` as API v1 writes it. A time of day other than
 * midnight, or a zone other than UTC, would make the day a guess: undefined. Never derived from an entry's `start`.
 */
export function dayOf(text: string | null | undefined): LocalDate | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?$/.exec(text ?? '')?.[1];
  return day === undefined || !isCalendarDay(day) ? undefined : day;
}

/** Whether a date is given that `dayOf` cannot read: it must never be taken for none. */
export function isUnclear(text: string | null | undefined): boolean {
  return textOf(text) !== undefined && dayOf(text) === undefined;
}

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
