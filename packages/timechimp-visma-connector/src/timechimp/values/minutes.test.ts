import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeMinutes } from './minutes.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);

describe('wholeMinutes', () => {
  it.each([
    [1.5, 90, true], [0.3333333333333333, 20, true], [0.333333, 20, true], [0.33, 20, false], [0.3381, 20, false],
    [0, 0, true], [-0.25, -15, true], [24, 1440, true], [0.008333333333333333, 1, false], [0.0083, 0, false],
  ])('%d hours are %d minutes (exactly: %s)', (hours, minutes, exact) => {
    expect(wholeMinutes(hours)).toEqual({ minutes, exact });
  });

  it('gives back every whole number of minutes that was kept as a double of hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6_000_000, max: 6_000_000 }), (minutes) => {
        expect(wholeMinutes(minutes / 60)).toEqual({ minutes: minutes === 0 ? 0 : minutes, exact: true });
      }),
      { numRuns },
    );
  });

  it('gives back the minutes that were entered where hours are kept with 2 decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => {
        expect(wholeMinutes(Number((minutes / 60).toFixed(2)))?.minutes).toBe(minutes);
      }),
      { numRuns },
    );
  });

  it('rounds to the nearest minute, half away from zero, and is off by at most half a minute (and a thousandth)', () => {
    expect(wholeMinutes(0.025)).toEqual({ minutes: 2, exact: false });
    expect(wholeMinutes(-0.025)).toEqual({ minutes: -2, exact: false });
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (hours) => {
        expect(Math.abs((wholeMinutes(hours)?.minutes ?? NaN) - hours * 60)).toBeLessThanOrEqual(0.5006);
      }),
      { numRuns },
    );
  });

  it('knows no minutes beyond safe integers', () => {
    expect(wholeMinutes(1e15)).toBeUndefined();
  });
});
