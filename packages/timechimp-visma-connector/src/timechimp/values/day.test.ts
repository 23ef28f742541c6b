import { describe, expect, it } from 'vitest';
import { dayOf } from './day.ts';

describe('dayOf', () => {
  it.each(['2026-01-30', '2026-01-30T00:00:00', '2026-01-30T00:00:00.000', '2026-01-30T00:00:00Z', '2026-01-30T00:00:00+00:00'])(
    'reads %s as the day that it names',
    (text) => {
      expect(dayOf(text)).toBe('2026-01-30');
    },
  );

  it.each(['2026-01-29T23:00:00Z', '2026-01-30T00:00:00+01:00', '2026-02-30', '30-01-2026', '', null, undefined])(
    'does not guess a day from %s',
    (text) => {
      expect(dayOf(text)).toBeUndefined();
    },
  );
});
