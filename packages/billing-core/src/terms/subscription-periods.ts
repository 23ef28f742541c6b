import { addDays, addMonths, type Civil, dayNumber, formatDate, startOfWeek } from '../calendar/local-date.ts';
import type { Frequency } from '../model/master-data.ts';
import type { Period } from '../model/primitives.ts';

/** One period of a subscription, and the part of it that the subscription covers. */
export interface SubscriptionPeriod {
  /** Start of the calendar period that it begins in: the stable part of its key. */
  readonly bucket: Civil;
  readonly covered: Period;
  readonly days: number;
  readonly of: number;
}

const MONTHS: Readonly<Record<Frequency, number>> = { Week: 0, Month: 1, Quarter: 3, Year: 12 };

/** The first day of the calendar week (Monday), month, quarter or year of a day. */
export function startOfPeriod(date: Civil, frequency: Frequency): Civil {
  if (frequency === 'Week') return startOfWeek(date);
  const months = MONTHS[frequency];
  return { year: date.year, month: Math.floor((date.month - 1) / months) * months + 1, day: 1 };
}

/** The day that is some periods later; a month's last day where the day does not exist. */
export function addPeriods(date: Civil, frequency: Frequency, count: number): Civil {
  return frequency === 'Week' ? addDays(date, count * 7) : addMonths(date, count * MONTHS[frequency]);
}

function earlier(a: Civil, b: Civil): Civil {
  return dayNumber(a) < dayNumber(b) ? a : b;
}

function later(a: Civil, b: Civil): Civil {
  return dayNumber(a) < dayNumber(b) ? b : a;
}

/**
 * The periods of a subscription from its start to its end or to `limit`, whichever is first. `calendar`: whole calendar
 * periods, the first and last cut off at start and end. `anniversary`: counted from the start date, each from the start
 * itself, so that 31 January is followed by 28 February and 31 March.
 */
export function* subscriptionPeriods(
  start: Civil,
  end: Civil | undefined,
  limit: Civil,
  frequency: Frequency,
  mode: 'calendar' | 'anniversary',
): Generator<SubscriptionPeriod> {
  const anchor = mode === 'calendar' ? startOfPeriod(start, frequency) : start;
  const stop = dayNumber(end ? earlier(end, limit) : limit);
  for (let count = 0; ; count++) {
    const first = addPeriods(anchor, frequency, count);
    const last = addDays(addPeriods(anchor, frequency, count + 1), -1);
    const from = later(first, start);
    const to = end ? earlier(last, end) : last;
    if (dayNumber(from) > stop) return;
    yield {
      bucket: startOfPeriod(first, frequency),
      covered: { from: formatDate(from), to: formatDate(to) },
      days: dayNumber(to) - dayNumber(from) + 1,
      of: dayNumber(last) - dayNumber(first) + 1,
    };
  }
}
