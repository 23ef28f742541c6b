import type { LocalDate } from '@x/billing-core';

/** The calendar day at a moment (milliseconds since 1970) in a time zone such as Europe/Amsterdam. */
export function dayIn(timeZone: string, moment: number): LocalDate {
  // The Swedish locale writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}

/** So many days later, or earlier for a negative number. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the month that a day lies in. */
export function endOfMonth(day: LocalDate): LocalDate {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
