import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project, Term, TermOptions } from '../../src/index.ts';
import { unbilledTerms } from '../../src/index.ts';
import { decimal, money, runs } from '../support/arbitraries.ts';
import { project } from '../support/builders.ts';

const DAY = 86_400_000;
const days = (date: string): number => Date.parse(date) / DAY;
const date = fc.integer({ min: days('2023-12-01'), max: days('2026-03-31') }).map((day) => new Date(day * DAY).toISOString().slice(0, 10));
const subscribed = fc
  .record({ startDate: date, length: fc.integer({ min: 0, max: 800 }), frequency: fc.constantFrom('Week' as const, 'Month' as const, 'Quarter' as const, 'Year' as const), price: money, open: fc.boolean() })
  .map(({ startDate, length, frequency, price, open }): Project =>
    project({ invoicing: { method: 'Subscription', subscription: { frequency, startDate, price, endDate: open ? undefined : new Date((days(startDate) + length) * DAY).toISOString().slice(0, 10) } } }));
const fixed = fc.array(fc.record({ date, amount: money }), { minLength: 1, maxLength: 6 }).map((parts) =>
  project({ invoicing: { method: 'ProjectRate', instalments: parts.map((one, index) => ({ ...one, id: String(index) })) } }));
const options = fc.record({ timing: fc.constantFrom('advance' as const, 'arrears' as const), periods: fc.constantFrom('calendar' as const, 'anniversary' as const) })
  .map((one): TermOptions => ({ ...one, until: '2026-12-31', billFrom: '2000-01-01', billedTermKeys: [] }));
const priced = (one: Project, price: string): Project => ({
  ...one,
  invoicing: {
    ...one.invoicing,
    subscription: one.invoicing.subscription && { ...one.invoicing.subscription, price },
    instalments: one.invoicing.instalments?.map((part) => ({ ...part, amount: price, date: '2024-06-01' })),
  },
});

describe('D4, law: a term is billed once', () => {
  it('offered terms that are marked billed are never offered again, not at another price either', () => {
    fc.assert(
      fc.property(fc.oneof(subscribed, fixed), options, decimal(1, 9, 2), (one, rules, price) => {
        const billedTermKeys = unbilledTerms([one], rules).terms.map(({ id }) => id);
        expect(new Set(billedTermKeys).size).toBe(billedTermKeys.length);
        expect(unbilledTerms([priced(one, price)], { ...rules, billedTermKeys }).terms).toEqual([]);
      }),
      runs,
    );
  });
});

/** A subscription as it stands from some day on, and how much of what is offered then gets billed. */
const change = fc.record({
  frequency: fc.constantFrom('Week' as const, 'Month' as const, 'Quarter' as const, 'Year' as const), periods: fc.constantFrom('calendar' as const, 'anniversary' as const),
  timing: fc.constantFrom('advance' as const, 'arrears' as const), proration: fc.constantFrom('daily' as const, 'full' as const),
  shift: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -40, max: 40 }) }), length: fc.option(fc.integer({ min: 0, max: 500 })),
  later: fc.integer({ min: 0, max: 120 }), bills: fc.nat({ max: 0xffff }), settles: fc.boolean(),
});
const textOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
/** The days of `2026-01-01..2026-01-31 2026-02-05..2026-02-09`, one by one. */
const daysOf = (spans: string): number[] =>
  spans.split(' ').filter((span) => span !== '').flatMap((span) => {
    const [from = NaN, to = NaN] = span.split('..').map(days);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
/** The longest that a period can be, in days: what began longer ago is over, and due in arrears too. */
const LONGEST = { Week: 7, Month: 31, Quarter: 92, Year: 366 };

describe('D4, law: every day of a subscription is billed once', () => {
  it('whatever is changed and whenever: each day is billed, offered or named in a problem, and none twice', () => {
    fc.assert(
      fc.property(date, fc.array(change, { minLength: 2, maxLength: 5 }), (first, changes) => {
        const billed = new Map<string, number[]>();
        let now = days(first);
        for (const { frequency, periods, timing, proration, shift, length, later, bills, settles } of changes) {
          now += later;
          const start = days(first) + shift;
          const end = length === null ? Infinity : start + length;
          const one = project({ invoicing: { method: 'Subscription', subscription: { frequency, startDate: textOf(start), endDate: length === null ? undefined : textOf(end), price: '1' } } });
          const { terms, problems } = unbilledTerms([one], { until: textOf(now), billFrom: '0001-01-01', billedTermKeys: [...billed.keys()], timing, periods, proration });

          const before = new Set([...billed.values()].flat());
          const offered = terms.flatMap(({ period }) => daysOf(`${period.from}..${period.to}`));
          expect(new Set(offered).size).toBe(offered.length);
          expect(problems.map(({ code }) => code).filter((code) => code !== 'term-overlap')).toEqual([]);
          const named = problems.flatMap(({ details }) => daysOf(details['open']!));
          expect([...offered, ...named].filter((day) => before.has(day))).toEqual([]);
          const told = new Set([...before, ...offered, ...named]);
          const due = timing === 'advance' ? now : now - LONGEST[frequency];
          for (let day = start; day <= Math.min(end, due); day++) if (!told.has(day)) throw new Error(`${textOf(day)} is forgotten`);
          expect([...offered, ...named].filter((day) => day < start || day > end)).toEqual([]);

          for (const [index, { id, period }] of terms.entries()) if ((bills >> index % 16) % 2 === 1) billed.set(id, daysOf(`${period.from}..${period.to}`));
          // A person bills the days left over by hand and marks the term.
          for (const { sources } of settles ? problems : []) for (const { id } of sources) billed.set(id, daysOf(id.split('/')[2]!));
        }
      }),
      runs,
    );
  });
});

describe('D4, law: the periods of a subscription leave no gap and no overlap', () => {
  it('they cover every day from start to end once, and a full period has no part', () => {
    fc.assert(
      fc.property(subscribed, options, (one, rules) => {
        const { terms } = unbilledTerms([one], { ...rules, until: '2030-12-31', timing: 'advance' });
        const { startDate, endDate } = one.invoicing.subscription!;
        const [first] = terms;
        expect(first?.period.from).toBe(startDate);
        for (const [index, { period, proration }] of terms.entries()) {
          const next: Term | undefined = terms[index + 1];
          if (next) expect(days(next.period.from)).toBe(days(period.to) + 1);
          if (proration) {
            expect(proration.days).toBe(days(period.to) - days(period.from) + 1);
            expect(proration.days).toBeLessThan(proration.of);
            expect(index === 0 || period.to === endDate).toBe(true);
          }
        }
        if (endDate !== undefined) expect(terms.at(-1)?.period.to).toBe(endDate);
      }),
      runs,
    );
  });
});

describe('D4, law: every term is offered or skipped', () => {
  it('wherever the bill-from day falls', () => {
    fc.assert(
      fc.property(fc.oneof(subscribed, fixed), options, date, (one, rules, billFrom) => {
        const all = unbilledTerms([one], rules).terms.map(({ id }) => id);
        const { terms, skipped } = unbilledTerms([one], { ...rules, billFrom });
        expect([...skipped.map(({ term }) => term.id), ...terms.map(({ id }) => id)].sort()).toEqual([...all].sort());
        expect(terms.every((term) => term.date >= billFrom)).toBe(true);
      }),
      runs,
    );
  });
});
