import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days.ts';
import { nightsBetween } from './nights.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 200);
const at = (moment: string): number => Date.parse(moment);
const nights = (timeZone: string, hour: number, after: string, until: string) =>
  nightsBetween({ timeZone, hour }, at(after), at(until)).map((night) => [night.day, new Date(night.at).toISOString()]);

describe('nightsBetween', () => {
  it('finds the hour on the clock of the time zone', () => {
    expect(nights('Europe/Amsterdam', 3, '2026-01-14T12:00Z', '2026-01-15T12:00Z')).toEqual([['2026-01-15', '2026-01-15T02:00:00.000Z']]);
    expect(nights('Europe/Amsterdam', 3, '2026-07-14T12:00Z', '2026-07-15T12:00Z')).toEqual([['2026-07-15', '2026-07-15T01:00:00.000Z']]);
    expect(nights('Asia/Kathmandu', 3, '2026-07-14T12:00Z', '2026-07-15T12:00Z')).toEqual([['2026-07-15', '2026-07-14T21:15:00.000Z']]);
    expect(nights('Pacific/Auckland', 0, '2026-07-14T00:00Z', '2026-07-15T00:00Z')).toEqual([['2026-07-15', '2026-07-14T12:00:00.000Z']]);
  });

  it('runs an hour that does not exist once, when it would have been', () => {
    // In Amsterdam 02:00 is followed by 03:00 on 29 March 2026.
    expect(nights('Europe/Amsterdam', 2, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([['2026-03-29', '2026-03-29T01:00:00.000Z']]);
    // In Nuuk the last hour of 28 March is missing, in Cairo the first of 24 April.
    expect(nights('America/Nuuk', 23, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([['2026-03-28', '2026-03-29T01:00:00.000Z']]);
    expect(nights('Africa/Cairo', 0, '2026-04-23T12:00Z', '2026-04-24T12:00Z')).toEqual([['2026-04-24', '2026-04-23T22:00:00.000Z']]);
  });

  it('runs an hour that happens twice once, the first time', () => {
    expect(nights('Europe/Amsterdam', 2, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([['2026-10-25', '2026-10-25T00:00:00.000Z']]);
    // Lord Howe goes back by half an hour at 02:00, which therefore comes once, later.
    expect(nights('Australia/Lord_Howe', 2, '2026-04-04T00:00Z', '2026-04-05T00:00Z')).toEqual([['2026-04-05', '2026-04-04T15:30:00.000Z']]);
  });

  it('has no night on a day that a time zone left out', () => {
    expect(nights('Pacific/Apia', 3, '2011-12-29T00:00Z', '2011-12-31T12:00Z').map(([day]) => day)).toEqual(['2011-12-29', '2011-12-31']);
  });

  it('leaves out the start of the interval and takes in its end', () => {
    const [moment, before, after] = ['2026-01-15T02:00:00.000Z', '2026-01-15T01:59:59.999Z', '2026-01-15T02:00:00.001Z'];
    expect(nights('Europe/Amsterdam', 3, before, moment)).toHaveLength(1);
    expect(nights('Europe/Amsterdam', 3, moment, after)).toHaveLength(0);
    expect(nights('Europe/Amsterdam', 3, moment, moment)).toHaveLength(0);
    expect(nights('Europe/Amsterdam', 3, after, moment)).toHaveLength(0);
  });

  it('refuses a time zone that does not exist', () => {
    expect(() => nights('Europe/Nowhere', 3, '2026-01-14T12:00Z', '2026-01-15T12:00Z')).toThrow(RangeError);
  });

  it('gives every calendar day of every zone one night, in the order of the days', () => {
    fc.assert(
      fc.property(anyRule, anyMoment, fc.integer({ min: 2, max: 40 }), (rule, start, days) => {
        const found = nightsBetween(rule, start, start + days * 86_400_000);
        const inner = found.map(({ day }) => day);
        expect(inner).toEqual(Array.from({ length: inner.length }, (_, step) => addDays(inner[0] ?? '', step)));
        expect(Math.abs(found.length - days)).toBeLessThanOrEqual(1);
        const moments = found.map((night) => night.at);
        expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
      }),
      { numRuns },
    );
  });

  it('shows that hour on the wall, or the end of a gap', () => {
    fc.assert(
      fc.property(anyRule, anyMoment, (rule, start) => {
        for (const night of nightsBetween(rule, start, start + 3 * 86_400_000)) {
          const wall = wallClock(rule.timeZone, night.at);
          if (wall === `${night.day} ${String(rule.hour).padStart(2, '0')}:00`) continue;
          // A gap: the clock jumped within the two hours before, and this hour never was.
          const around = Array.from({ length: 16 }, (_, quarter) => wallClock(rule.timeZone, night.at - 7_200_000 + quarter * 900_000));
          expect(around).not.toContain(`${night.day} ${String(rule.hour).padStart(2, '0')}:00`);
        }
      }),
      { numRuns },
    );
  });

  it('finds each night once however time is cut into intervals', () => {
    fc.assert(
      fc.property(anyRule, anyMoment, fc.array(fc.integer({ min: 1, max: 200_000_000 }), { minLength: 1, maxLength: 20 }), (rule, start, steps) => {
        const cuts = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? start) + step], [start]);
        const pieces = cuts.slice(1).flatMap((until, index) => nightsBetween(rule, cuts[index] ?? start, until));
        expect(pieces).toEqual(nightsBetween(rule, start, cuts.at(-1) ?? start));
      }),
      { numRuns },
    );
  });
});

const anyRule = fc.record({
  timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
  hour: fc.integer({ min: 0, max: 23 }),
});
// From 2012 on: before, Samoa left out a day.
const anyMoment = fc.integer({ min: at('2012-06-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });

function wallClock(timeZone: string, moment: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment);
}
