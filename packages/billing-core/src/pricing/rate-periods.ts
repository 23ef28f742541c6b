import { compare, type Exact } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import { parseDate } from '../calendar/local-date.ts';
import type { LocalDate, Rate } from '../model/primitives.ts';

/** A rate that was read, with the days on which it holds; both ends included, a missing end is open. */
export interface RatePeriod {
  readonly text: string;
  readonly value: Exact;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
}

/** Reads a rate; `undefined` when an amount or a date in it is malformed. */
export function readRate(rate: Rate): readonly RatePeriod[] | undefined {
  const given = typeof rate === 'string' ? [{ rate }] : rate;
  const periods: RatePeriod[] = [];
  for (const period of given) {
    const { rate: text, from, until } = { from: undefined, until: undefined, ...period };
    const value = parseDecimal(text);
    const dates = [from, until].filter((date) => date !== undefined);
    if (value === undefined || dates.some((date) => parseDate(date) === undefined)) return undefined;
    periods.push({ text, value, from, until });
  }
  return periods;
}

/** The rate on a day: the one that covers it, none, or several that differ. */
export function rateOn(
  periods: readonly RatePeriod[],
  date: LocalDate,
): RatePeriod | 'rate-missing' | 'rate-ambiguous' {
  const covering = periods.filter(
    ({ from, until }) =>
      (from === undefined || from <= date) && (until === undefined || date <= until),
  );
  const [first] = covering;
  if (first === undefined) return 'rate-missing';
  return covering.every(({ value }) => compare(value, first.value) === 0n) ? first : 'rate-ambiguous';
}
