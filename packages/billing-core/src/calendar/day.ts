import type { LocalDate } from '../model/primitives.ts';

/** A day as a whole number: days since 1970-01-01. The platform's calendar is asked, always in UTC, never its clock or zone. */
export type Day = number;

const MILLISECONDS = 86_400_000;

/** `YYYY-MM-DD`. */
export function dateOf(day: Day): LocalDate {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** Reads `YYYY-MM-DD` from 0001-01-01 on; `undefined` for anything else, also for a day that does not exist. */
export function dayOf(text: LocalDate): Day | undefined {
  const day = typeof text === 'string' && text >= '0001' ? Date.parse(text) / MILLISECONDS : 0.5;
  // The platform reads other forms too, and turns 30 February into March: only what it prints the same is a date.
  return Number.isInteger(day) && dateOf(day) === text ? day : undefined;
}

/** The first day of the month, or of the group of `size` months, that a day is in: 3 gives quarters, 12 years. */
export function startOfMonths(day: Day, size: number): Day {
  const date = new Date(day * MILLISECONDS);
  return date.setUTCMonth(Math.floor(date.getUTCMonth() / size) * size, 1) / MILLISECONDS;
}

/** The same day of a later month, or that month's last day: one month after 31 January is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const first = startOfMonths(day, 1);
  const date = new Date(first * MILLISECONDS);
  const target = date.setUTCMonth(date.getUTCMonth() + months) / MILLISECONDS;
  const next = date.setUTCMonth(date.getUTCMonth() + 1) / MILLISECONDS;
  return Math.min(target + day - first, next - 1);
}

/** The Monday of the week. */
export function startOfWeek(day: Day): Day {
  return Math.floor((day + 3) / 7) * 7 - 3;
}

/** The ISO 8601 week of a day and the year that it is counted in, which is its Thursday's: 2027-01-01 is in week 53 of 2026. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = startOfWeek(day) + 3;
  const first = startOfMonths(thursday, 12);
  return { year: new Date(thursday * MILLISECONDS).getUTCFullYear(), week: Math.floor((thursday - first) / 7) + 1 };
}
