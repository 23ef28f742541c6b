import { describe, expect, it } from 'vitest';
import type { MasterData } from './master-data.ts';
import { checkBookingDate } from './check-date.ts';
import { unitKind } from './units.ts';

const masterData = {
  company: { accountingLockedTo: '2026-02-28' },
  fiscalYears: [
    { id: 'y25', startDate: '2025-01-01', endDate: '2025-12-31', isLocked: true },
    { id: 'y26', startDate: '2026-01-01', endDate: '2026-12-31', isLocked: false },
  ],
} as unknown as MasterData;

describe('B4: fiscal year and closed periods are checked before', () => {
  it.each([
    ['2026-03-01', []],
    ['2026-02-28', ['period-locked']],
    ['2025-06-01', ['fiscal-year-locked']],
    ['2027-01-01', ['fiscal-year-missing']],
  ])('%s: %j', (day, codes) => {
    expect(checkBookingDate(day, masterData, 'here').map((problem) => problem.code)).toEqual(codes);
  });
});

describe('B9: units are read', () => {
  it.each([
    ['Uur', 'HUR', 'hour'],
    ['Uren', '', 'hour'],
    ['h', '', 'hour'],
    ['Kilometer', 'KMT', 'km'],
    ['km.', '', 'km'],
    ['Stuk', 'C62', 'other'],
    ['Dag', 'DAY', 'other'],
  ])('%s (%s) counts %s', (name, code, kind) => {
    expect(unitKind({ id: 'u', name, code })).toBe(kind);
  });

  it('an unknown unit counts neither', () => {
    expect(unitKind(undefined)).toBe('other');
  });
});
