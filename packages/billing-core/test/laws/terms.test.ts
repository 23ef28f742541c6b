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

describe('law: a term is billed once', () => {
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

  it('whether counted from the calendar or from the start', () => {
    fc.assert(
      fc.property(subscribed, options, (one, rules) => {
        const billedTermKeys = unbilledTerms([one], { ...rules, periods: 'calendar' }).terms.map(({ id }) => id);
        const again = unbilledTerms([one], { ...rules, periods: 'anniversary', billedTermKeys }).terms;
        expect(again).toEqual([]);
      }),
      runs,
    );
  });
});

describe('law: the periods of a subscription leave no gap and no overlap', () => {
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

describe('law: every term is offered or skipped', () => {
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
