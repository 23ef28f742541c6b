import type { Exact } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import { dayOf } from '../calendar/day.ts';
import type { DatedRate, LocalDate, Rate } from '../model/primitives.ts';

/** A rate that was read, with the days on which it holds; both ends included, a missing end is open. */
export interface RatePeriod {
  readonly text: string;
  readonly value: Exact;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
}

/** Whoever fills the types from elsewhere may give a number or nothing: malformed, and not the end of the run. */
function isList(given: unknown): given is readonly DatedRate[] {
  return Array.isArray(given);
}

/** Reads a rate; `undefined` when an amount or a date in it is malformed. */
export function readRate(rate: Rate): readonly RatePeriod[] | undefined {
  const given: unknown = typeof rate === 'string' ? [{ rate }] : rate;
  if (!isList(given)) return undefined;
  const periods: RatePeriod[] = [];
  for (const period of given) {
    const { rate: text, from, until } = { from: undefined, until: undefined, ...period };
    const value = parseDecimal(text);
    if (value === undefined || [from, until].some((date) => date !== undefined && dayOf(date) === undefined)) return undefined;
    periods.push({ text, value, from, until });
  }
  return periods;
}

/** The one of several periods that covers a day, or what is wrong: none does, or several that differ. */
export function periodOn<T extends Pick<RatePeriod, 'from' | 'until'>>(
  periods: readonly T[],
  date: LocalDate,
  key: (period: T) => string,
): T | 'rate-missing' | 'rate-ambiguous' {
  let found: T | undefined;
  for (const period of periods) {
    const { from = date, until = date } = period;
    if (date < from || until < date) continue;
    if (found !== undefined && key(found) !== key(period)) return 'rate-ambiguous';
    found ??= period;
  }
  return found ?? 'rate-missing';
}
