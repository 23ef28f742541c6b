import { describe, expect, it } from 'vitest';
import { isoWeek } from './iso-week.ts';
import { addDays, addMonths, dayNumber, daysInMonth, formatDate, parseDate, startOfWeek, weekday } from './local-date.ts';

const civil = (text: string) => {
  const date = parseDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};

describe('dates', () => {
  it.each(['2026-02-29', '1900-02-29', '2026-00-01', '2026-13-01', '2026-04-31', '2026-01-00', '0000-01-01', '2026-1-1', '26-01-01', '2026-01-01T00:00:00', ' 2026-01-01', 'x'])('"%s" is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('what is no text is no date', () => {
    expect(parseDate(20260101 as unknown as string)).toBeUndefined();
  });

  it('every day of 1600 to 2400 agrees with the platform', () => {
    let date = civil('1600-01-01');
    for (let time = Date.UTC(1600, 0, 1); time < Date.UTC(2400, 11, 31); time += 86_400_000, date = addDays(date, 1)) {
      const platform = new Date(time);
      const text = platform.toISOString().slice(0, 10);
      if (formatDate(date) !== text || dayNumber(date) !== time / 86_400_000 || weekday(date) % 7 !== platform.getUTCDay()) throw new Error(text);
    }
    expect(formatDate(date)).toBe('2400-12-31');
  });

  it('months end where they end', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2024, 2026].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });

  it.each([['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-12-15', 1, '2027-01-15'], ['2026-01-15', -1, '2025-12-15'], ['2026-03-31', 12, '2027-03-31']] as const)(
    '%s and %i months is %s', (from, months, to) => {
      expect(formatDate(addMonths(civil(from), months))).toBe(to);
    },
  );

  it('goes back over months and years', () => {
    expect(formatDate(addDays(civil('2026-01-01'), -1))).toBe('2025-12-31');
    expect(formatDate(addDays(civil('2024-03-01'), -1))).toBe('2024-02-29');
    expect(formatDate(addDays(civil('2026-01-01'), -366))).toBe('2024-12-31');
  });

  it('a week begins on Monday', () => {
    expect(formatDate(startOfWeek(civil('2026-03-01')))).toBe('2026-02-23');
    expect(formatDate(startOfWeek(civil('2026-03-02')))).toBe('2026-03-02');
    expect(weekday(civil('1969-12-31'))).toBe(3);
  });
});

/** From the ISO 8601 rule that week 1 holds the first Thursday. */
describe('ISO weeks', () => {
  it.each([['2027-01-01', 2026, 53], ['2026-01-01', 2026, 1], ['2024-12-30', 2025, 1], ['2023-01-01', 2022, 52], ['2026-12-31', 2026, 53], ['2021-01-03', 2020, 53], ['2026-06-15', 2026, 25]] as const)('%s is in week %i-%i', (text, year, week) => {
    expect(isoWeek(civil(text))).toEqual({ year, week });
  });
});
