import { describe, expect, it } from 'vitest';
import { addMonths, dateOf, type Day, dayOf, isoWeek, startOfMonths, startOfWeek } from './day.ts';

const day = (text: string): Day => {
  const found = dayOf(text);
  if (found === undefined) throw new Error(text);
  return found;
};

/** A second calendar, written out: no date of the platform in it. */
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengths = (year: number): readonly number[] => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (value: number): string => String(value).padStart(2, '0');

describe('dates', () => {
  it.each(['2026-02-29', '1900-02-29', '2026-00-01', '2026-13-01', '2026-04-31', '2026-01-00', '0000-01-01', '-000001-01-01', '+010000-01-01', '2026-1-1', '26-01-01', '2026-01', '2026', '2026-01-01T00:00:00Z', ' 2026-01-01', '', 'x'])('"%s" is no date', (text) => {
    expect(dayOf(text)).toBeUndefined();
  });

  it('what is no text is no date', () => {
    expect(dayOf(20260101 as unknown as string)).toBeUndefined();
  });

  it('every day of the years 1 to 120, 1580 to 1720 and 1880 to 2120 follows the one before it, as a written-out calendar has them', () => {
    for (const [from, to] of [[1, 120], [1580, 1720], [1880, 2120]] as const) {
      let expected = day(`${String(from).padStart(4, '0')}-01-01`);
      for (let year = from; year <= to; year++) {
        for (const [month, length] of lengths(year).entries()) {
          for (let one = 1; one <= length; one++, expected++) {
            const text = `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(one)}`;
            if (dayOf(text) !== expected || dateOf(expected) !== text) throw new Error(text);
          }
        }
      }
    }
    expect(day('1970-01-01')).toBe(0);
    expect(day('2000-03-01')).toBe(11_017);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-12-15', 1, '2027-01-15'], ['2026-01-15', -1, '2025-12-15'], ['2026-03-31', 12, '2027-03-31'],
    ['2026-01-31', 0, '2026-01-31'], ['2024-02-29', 12, '2025-02-28'], ['0050-01-31', 1, '0050-02-28'],
  ] as const)('%s and %i months is %s', (from, months, to) => {
    expect(dateOf(addMonths(day(from), months))).toBe(to);
  });

  it.each([['2026-05-31', 1, '2026-05-01'], ['2026-05-31', 3, '2026-04-01'], ['2026-12-31', 3, '2026-10-01'], ['2026-05-31', 12, '2026-01-01'], ['0050-05-31', 12, '0050-01-01']] as const)(
    '%s is in the %i months from %s', (from, size, start) => {
      expect(dateOf(startOfMonths(day(from), size))).toBe(start);
    },
  );

  it('a week begins on Monday, before 1970 too', () => {
    expect(dateOf(startOfWeek(day('2026-03-01')))).toBe('2026-02-23');
    expect(dateOf(startOfWeek(day('2026-03-02')))).toBe('2026-03-02');
    expect(dateOf(startOfWeek(day('1969-12-31')))).toBe('1969-12-29');
    expect(dateOf(startOfWeek(day('1969-12-28')))).toBe('1969-12-22');
  });
});

/** From the ISO 8601 rule that week 1 holds the first Thursday. */
describe('ISO weeks', () => {
  it.each([['2027-01-01', 2026, 53], ['2026-01-01', 2026, 1], ['2024-12-30', 2025, 1], ['2023-01-01', 2022, 52], ['2026-12-31', 2026, 53], ['2021-01-03', 2020, 53], ['2026-06-15', 2026, 25]] as const)('%s is in week %i-%i', (text, year, week) => {
    expect(isoWeek(day(text))).toEqual({ year, week });
  });
});
