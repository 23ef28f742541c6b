import { addMonths, type Day, startOfMonths, startOfWeek } from '../calendar/day.ts';
import type { Frequency } from '../model/master-data.ts';

/** The days of one period that a subscription covers, and the number of days that the whole period has. */
export interface SubscriptionPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly of: number;
}

/** Months of a period; 0 for a week. */
const MONTHS: Readonly<Record<Frequency, number>> = { Week: 0, Month: 1, Quarter: 3, Year: 12 };

/** Whether a frequency is one of those known: data of another program may hold anything. */
export function isFrequency(frequency: Frequency): boolean {
  return frequency in MONTHS;
}

/**
 * The periods of a subscription from its start to its end or to `limit`, whichever is first. `calendar`: whole calendar
 * weeks (from Monday), months, quarters and years, the first and last cut off at start and end. `anniversary`: counted
 * from the start date, each from the start itself, so that 31 January is followed by 28 February and 31 March.
 */
export function* subscriptionPeriods(
  start: Day,
  end: Day,
  limit: Day,
  frequency: Frequency,
  mode: 'calendar' | 'anniversary',
): Generator<SubscriptionPeriod> {
  const months = MONTHS[frequency];
  const starts = months === 0 ? startOfWeek(start) : startOfMonths(start, months);
  const anchor = mode === 'calendar' ? starts : start;
  const firstOf = (count: number): Day => (months === 0 ? anchor + count * 7 : addMonths(anchor, count * months));
  for (let count = 0; ; count++) {
    const first = firstOf(count);
    const next = firstOf(count + 1);
    const from = Math.max(first, start);
    if (from > Math.min(end, limit)) return;
    yield { from, to: Math.min(next - 1, end), of: next - first };
  }
}
