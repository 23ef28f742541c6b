import type { LocalDate } from '@x/billing-core';
import { addDays } from './days.ts';

/** When a tenant's nightly run is: the hour of the day, 0 to 23, on the clock of its time zone. */
export interface NightRule {
  /** IANA name, such as Europe/Amsterdam. */
  readonly timeZone: string;
  readonly hour: number;
}

/** One nightly run. */
export interface Night {
  /** The calendar day that the run belongs to: its name, the same whenever and wherever it is computed. */
  readonly day: LocalDate;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * The nights whose moment is after `after` and not after `until`, in order. Every calendar day has exactly one night, so
 * intervals that follow each other find each night once, however they are cut:
 * - an hour that happens twice (clocks go back) counts the first time;
 * - an hour that does not exist (clocks go forward) counts at the moment when it would have been, an hour later on the
 *   new clock;
 * - a day that a time zone left out altogether has no night.
 *
 * Throws `RangeError` for a time zone that does not exist.
 */
export function nightsBetween(rule: NightRule, after: number, until: number): readonly Night[] {
  if (!(after < until)) return [];
  const nights: Night[] = [];
  const last = new Date(until + dayMs).toISOString().slice(0, 10);
  for (let day = new Date(after - dayMs).toISOString().slice(0, 10); day <= last; day = addDays(day, 1)) {
    const at = momentOf(rule.timeZone, day, rule.hour);
    if (after < at && at <= until && exists(rule.timeZone, day)) nights.push({ day, at });
  }
  return nights;
}

/** The moment at which it is that hour of that day, with the offset of the day before where there is none, or two. */
function momentOf(timeZone: string, day: LocalDate, hour: number): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * hourMs;
  const before = wall - offsetAt(timeZone, wall - dayMs);
  const after = wall - offsetAt(timeZone, wall + dayMs);
  const right = [before, after].filter((moment) => moment + offsetAt(timeZone, moment) === wall);
  return right.length > 0 ? Math.min(...right) : before;
}

function exists(timeZone: string, day: LocalDate): boolean {
  const noon = momentOf(timeZone, day, 12);
  return new Date(noon + offsetAt(timeZone, noon)).toISOString().startsWith(day);
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds, to the second as historic zones need it. */
function offsetAt(timeZone: string, moment: number): number {
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = Object.fromEntries(
    clockOf(timeZone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

/** Making a format takes a hundred times as long as using it, and there are a few hundred zones at most. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
