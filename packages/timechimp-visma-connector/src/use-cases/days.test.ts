import { describe, expect, it } from 'vitest';
import { addDays, dayIn, endOfMonth } from './days.ts';

describe('days', () => {
  const lateEvening = Date.UTC(2026, 2, 31, 22, 30);

  it('knows the day where the company is, also across summer time', () => {
    expect(dayIn('Europe/Amsterdam', lateEvening)).toBe('2026-04-01');
    expect(dayIn('UTC', lateEvening)).toBe('2026-03-31');
  });

  it('reckons in calendar days', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(endOfMonth('2028-02-03')).toBe('2028-02-29');
    expect(endOfMonth('2026-12-31')).toBe('2026-12-31');
  });
});
