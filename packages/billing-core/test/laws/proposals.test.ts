import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillableItem, BillingInput, BillingPolicy, Expense, InvoiceLine } from '../../src/index.ts';
import { explainInvoice, proposeInvoices, sourceKey } from '../../src/index.ts';
import { groupings, inputs, policies, runs, unbounded } from '../support/arbitraries.ts';
import { policy } from '../support/builders.ts';
import { groupingKey } from '../support/grouped.ts';
import { type Fraction, frac, lessOrEqual, minus, over, plus, round, same, size, text, times, total } from '../support/rational.ts';

const linesOf = (input: BillingInput, rules: BillingPolicy): readonly InvoiceLine[] => proposeInvoices(input, rules).proposals.flatMap(({ lines }) => lines);
const nets = (input: BillingInput, rules: BillingPolicy): readonly string[] =>
  proposeInvoices(input, rules).proposals.map(({ customerId, netAmount, vat, totalAmount }) => JSON.stringify([customerId, netAmount, vat, totalAmount]));

/** The price of an item, worked out from its records without the package. */
function priceOf(item: BillableItem, { projects, customers, activities, users = [] }: BillingInput, rules: BillingPolicy): Fraction {
  const customer = customers.find(({ id }) => id === item.customerId)!;
  const project = projects.find(({ id }) => id === item.projectId)!;
  const on = (rate: unknown): string => {
    const periods = (Array.isArray(rate) ? rate : [{ rate }]) as { rate: string; from?: string; until?: string }[];
    return periods.find(({ from = '', until = '9' }) => from <= item.date && item.date <= until)!.rate;
  };
  const factor = (percent: string): Fraction => plus(frac(1), over(frac(percent), frac(100)));
  switch (item.kind) {
    case 'term':
      return frac(item.price);
    case 'mileage':
      return frac(on(customer.mileageRate));
    case 'expense': {
      const net = item.rateIncludesVat === true ? over(frac(item.rate), factor(item.vatRate?.percentage ?? '0')) : frac(item.rate);
      return times(net, factor(rules.markup ?? '0'));
    }
    case 'time':
      switch (project.invoicing.method) {
        case 'ProjectHourlyRate':
          return frac(on(project.invoicing.hourlyRate));
        case 'TaskHourlyRate':
          return frac(on(item.activityId === 'a1' ? project.tasks![0]!.hourlyRate : activities.find(({ id }) => id === item.activityId)!.hourlyRate));
        case 'UserHourlyRate':
          return frac(on(item.userId === 'u1' ? project.users![0]!.hourlyRate : users[0]!.hourlyRate));
        default:
          return frac(on(customer.hourlyRate));
      }
  }
}

function countOf(item: BillableItem): Fraction {
  switch (item.kind) {
    case 'time': return over(frac(item.minutes), frac(60));
    case 'mileage': return frac(item.distance);
    case 'expense': return frac(item.quantity);
    case 'term': return times(frac(item.quantity), over(frac(item.proration?.days ?? 1), frac(item.proration?.of ?? 1)));
  }
}

const itemsOf = (line: InvoiceLine, { items }: BillingInput): readonly BillableItem[] =>
  line.sources.map((source) => items.find(({ kind, id }) => kind === source.kind && id === source.id)!);
const exactOf = (line: InvoiceLine, input: BillingInput, rules: BillingPolicy): Fraction =>
  total(itemsOf(line, input).map((item) => times(countOf(item), priceOf(item, input, rules))));

describe('D2, law: no entry is lost or used twice', () => {
  it('every item is on one line, or excluded, or in an error', () => {
    fc.assert(
      fc.property(inputs, policies(), fc.boolean(), (input, rules, strict) => {
        const { proposals, excluded, problems } = proposeInvoices(input, strict ? { ...rules, maxRoundingDifference: undefined } : rules);
        const errors = problems.filter(({ severity }) => severity === 'error').flatMap(({ sources }) => sources);
        const placed = [
          ...proposals.flatMap(({ lines }) => lines.flatMap(({ sources }) => sources.map(sourceKey))),
          ...excluded.map(({ source }) => sourceKey(source)),
          ...new Set(errors.map(sourceKey)),
        ];
        expect(placed.sort()).toEqual(input.items.map(sourceKey).sort());
        for (const { sources, lines } of proposals) expect(sources).toEqual(lines.flatMap((line) => line.sources));
      }),
      runs,
    );
  });
});

describe('D2, law: the order of the input does not matter', () => {
  it('items and records may come in any order', () => {
    const shuffled = inputs.chain((input) =>
      fc.record({ items: fc.shuffledSubarray([...input.items], { minLength: input.items.length }), projects: fc.shuffledSubarray([...input.projects], { minLength: input.projects.length }) })
        .map((order) => [input, { ...input, ...order, customers: input.customers.toReversed() }] as const));
    fc.assert(fc.property(shuffled, policies(), ([input, other], rules) => { expect(proposeInvoices(other, rules)).toEqual(proposeInvoices(input, rules)); }), runs);
  });
});

describe('D2, law: grouping never changes the total (perEntry and exact)', () => {
  it.each(['perEntry', 'exact'] as const)('%s', (rounding) => {
    fc.assert(
      fc.property(inputs, groupings, groupings, (input, one, other) => {
        const rules = (grouping: typeof one): BillingPolicy => policy({ ...unbounded, rounding, grouping });
        expect(nets(input, rules(one))).toEqual(nets(input, rules(other)));
      }),
      runs,
    );
  });
});

describe('D2, law: perLine stays within half a hundredth of an hour and half a cent per line', () => {
  it('|total - exact| <= lines x (0.005 x rate + 0.005)', () => {
    fc.assert(
      fc.property(inputs, policies(fc.constant('perLine')), (input, rules) => {
        for (const { lines, netAmount } of proposeInvoices(input, rules).proposals) {
          const exact = total(lines.map((line) => exactOf(line, input, rules)));
          const bound = total(lines.map((line) => plus(times(frac('0.005'), size(line.lumpSum ? frac(0) : frac(line.unitPrice))), frac('0.005'))));
          expect(lessOrEqual(size(minus(frac(netAmount), exact)), bound)).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('D2, law: what is printed can be recomputed', () => {
  it('quantity x price is the amount; lines add up to the net; VAT is computed once per kind and rate; net and VAT are the total', () => {
    fc.assert(
      fc.property(inputs, policies(), (input, rules) => {
        for (const { lines, netAmount, vat, vatAmount, totalAmount, isCredit } of proposeInvoices(input, rules).proposals) {
          for (const { quantity, unitPrice, amount } of lines) expect(text(times(frac(quantity), frac(unitPrice)), 2)).toBe(amount);
          expect(text(total(lines.map(({ amount }) => frac(amount))), 2)).toBe(netAmount);
          for (const { vatKind, rate, base, amount } of vat) {
            expect(text(total(lines.filter((line) => line.vatKind === vatKind && line.vatRate === rate).map((line) => frac(line.amount))), 2)).toBe(base);
            expect(text(over(times(frac(base), frac(rate)), frac(100)), 2)).toBe(amount);
          }
          expect(new Set(vat.map(({ vatKind, rate }) => `${vatKind} ${rate}`)).size).toBe(vat.length);
          expect(text(total(vat.map(({ amount }) => frac(amount))), 2)).toBe(vatAmount);
          expect(text(plus(frac(netAmount), frac(vatAmount)), 2)).toBe(totalAmount);
          expect(isCredit).toBe(totalAmount.startsWith('-'));
        }
      }),
      runs,
    );
  });
});

describe('D1, law: exact amounts are exact', () => {
  it('as fractions of the source records give them, and the difference is what rounding did', () => {
    fc.assert(
      fc.property(inputs, policies(), (input, rules) => {
        for (const { lines, netAmount, exactNetAmount, roundingDifference } of proposeInvoices(input, rules).proposals) {
          for (const line of lines) expect(line.exactAmount).toBe(text(exactOf(line, input, rules), 6));
          const exact = total(lines.map((line) => exactOf(line, input, rules)));
          expect(exactNetAmount).toBe(text(exact, 6));
          expect(roundingDifference).toBe(text(minus(frac(netAmount), exact), 6));
        }
      }),
      runs,
    );
  });
});

describe('D1, law: exact is exact to the cent', () => {
  it('per VAT kind the net is the exact amount, rounded once, and no line is off by a cent', () => {
    fc.assert(
      fc.property(inputs, policies(fc.constant('exact')), (input, rules) => {
        for (const { lines, vat } of proposeInvoices(input, rules).proposals) {
          for (const { vatKind, rate, base } of vat) {
            const group = lines.filter((line) => line.vatKind === vatKind && line.vatRate === rate);
            expect(base).toBe(text(total(group.map((line) => exactOf(line, input, rules))), 2));
          }
          for (const line of lines) expect(lessOrEqual(size(minus(frac(line.amount), exactOf(line, input, rules))), frac('0.01'))).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('D2, law: lines of different price or VAT never merge', () => {
  it('all entries of a line have one price, as worked out from the records', () => {
    fc.assert(
      fc.property(inputs, policies(), (input, rules) => {
        for (const line of linesOf(input, rules)) {
          const prices = itemsOf(line, input).map((item) => priceOf(item, input, rules));
          expect(prices.every((price) => same(price, prices[0]!))).toBe(true);
          expect(new Set(itemsOf(line, input).map((item) => (item.kind === 'expense' ? item.vatRate?.percentage : item.customerId))).size).toBe(1);
        }
      }),
      runs,
    );
  });
});

describe('D2, law: entries share a line exactly where the grouping says so', () => {
  it('the lines are the ones that a second grouping makes of invoice, kind, group, price and VAT', () => {
    fc.assert(
      fc.property(inputs, policies(), (input, rules) => {
        const { proposals } = proposeInvoices(input, rules);
        const found = proposals.flatMap(({ lines }) => lines.map(({ sources }) => sources.map(sourceKey).sort().join(' ')));
        const placed = new Set(found.flatMap((line) => line.split(' ')));
        const groupings = { time: 'activity', expense: 'product', mileage: 'ride', term: 'detailed', ...rules.grouping };
        const lines = new Map<string, string[]>();
        for (const item of input.items.filter((one) => placed.has(sourceKey(one)))) {
          const project = input.projects.find(({ id }) => id === item.projectId)!;
          const split = (rules.split ?? []).map((by) => ({ project: project.id, reference: project.invoicing.reference ?? '', month: item.date.slice(0, 7) })[by]);
          const vat = (item.kind === 'expense' && item.vatRate?.percentage) || input.customers.find(({ id }) => id === item.customerId)!.vatRate!.percentage;
          const key = [item.customerId, split, item.kind, groupingKey(item, groupings[item.kind] ?? ''), text(priceOf(item, input, rules), 30), vat, rules.projectPerLine === true && project.id];
          const name = JSON.stringify(key);
          lines.set(name, [...(lines.get(name) ?? []), sourceKey(item)]);
        }
        expect(found.sort()).toEqual([...lines.values()].map((keys) => keys.sort().join(' ')).sort());
      }),
      runs,
    );
  });
});

describe('D2, law: credit(x) + x = 0', () => {
  it('the opposite quantities give the opposite amounts', () => {
    const opposite = (value: string): string => (value.startsWith('-') ? value.slice(1) : `-${value}`);
    const turned = (item: BillableItem): BillableItem => {
      switch (item.kind) {
        case 'time': return { ...item, minutes: -item.minutes };
        case 'mileage': return { ...item, distance: opposite(item.distance) };
        case 'expense': return { ...item, quantity: opposite(item.quantity) } satisfies Expense;
        case 'term': return { ...item, quantity: opposite(item.quantity) };
      }
    };
    fc.assert(
      fc.property(inputs, policies(), (input, rules) => {
        const there = proposeInvoices(input, rules).proposals;
        const back = proposeInvoices({ ...input, items: input.items.map(turned) }, rules).proposals;
        expect(back).toHaveLength(there.length);
        for (const [index, proposal] of there.entries()) {
          const amounts = (one: typeof proposal): string[] => [one.netAmount, one.vatAmount, one.totalAmount, ...one.lines.map(({ amount }) => amount)];
          const sums = amounts(proposal).map((amount, position) => plus(frac(amount), frac(amounts(back[index]!)[position]!)).n);
          expect(sums.every((sum) => sum === 0n)).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('law: an invoice keeps its key', () => {
  it('whatever prices, texts, articles, rounding and grouping are', () => {
    fc.assert(
      fc.property(inputs, policies(), policies(), fc.constantFrom('11.11', '0.07'), (input, one, other, price) => {
        const rules = { ...other, split: one.split };
        const dearer: BillingInput = {
          ...input,
          customers: input.customers.map((customer) => ({ ...customer, mileageRate: price, hourlyRate: customer.hourlyRate === undefined ? undefined : price })),
          projects: input.projects.map((project) => ({ ...project, name: 'x', invoicing: { ...project.invoicing, hourlyRate: price } })),
        };
        const keys = (from: BillingInput, by: BillingPolicy): string[] => proposeInvoices(from, by).proposals.map(({ key }) => key);
        expect(keys(dearer, { ...rules, articles: { ...rules.articles, lumpSum: 'other' } })).toEqual(keys(input, one));
      }),
      runs,
    );
  });

  it('and loses it when an entry joins', () => {
    fc.assert(
      fc.property(inputs, policies(), (input, rules) => {
        const keys = proposeInvoices(input, rules).proposals.map(({ key }) => key);
        const more: BillingInput = { ...input, items: [...input.items, { kind: 'expense', id: 'new', customerId: 'c1', projectId: 'p0', date: '2026-01-01', quantity: '1', rate: '1', status: 'Approved' }] };
        const added = proposeInvoices(more, rules).proposals.find(({ sources }) => sources.some(({ id }) => id === 'new'));
        expect(keys).not.toContain(added?.key);
      }),
      runs,
    );
  });
});

describe('D1, law: no line is further from the exact amount than allowed', () => {
  it('0.50 or 1 % of the line, whichever is more', () => {
    fc.assert(
      fc.property(inputs, policies(fc.constantFrom('perLine', 'perEntry')), (input, rules) => {
        for (const line of linesOf(input, { ...rules, maxRoundingDifference: undefined })) {
          const exact = exactOf(line, input, rules);
          const difference = size(minus(frac(line.amount), exact));
          expect(lessOrEqual(difference, frac('0.50')) || lessOrEqual(difference, over(size(exact), frac(100)))).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('law: every amount is explained', () => {
  it('the parts of an explanation add up, down to the entries', () => {
    fc.assert(
      fc.property(inputs, policies(), (input, rules) => {
        for (const proposal of proposeInvoices(input, rules).proposals) {
          const { parts, amount } = explainInvoice(proposal);
          expect(text(total(parts.map((part) => frac(part.amount))), 2)).toBe(amount);
          const [net] = parts;
          expect(text(total(net!.parts.map((part) => frac(part.amount))), 2)).toBe(net!.amount);
          for (const [index, line] of net!.parts.entries()) {
            const sources = line.parts.map((part) => frac(part.amount));
            const slack = times(frac('0.000001'), frac(sources.length + 1));
            expect(lessOrEqual(size(minus(total(sources), frac(proposal.lines[index]!.exactAmount))), slack)).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('D1, law: perEntry is the sum of its entries', () => {
  it('each rounded by itself', () => {
    fc.assert(
      fc.property(inputs, policies(fc.constant('perEntry')), (input, rules) => {
        for (const line of linesOf(input, rules)) {
          const decimals = line.sources.length > 0 && itemsOf(line, input)[0]!.customerId === 'c3' ? 4 : 2;
          const fits = (value: Fraction, places: number): boolean => same(value, round(value, places));
          const amounts = itemsOf(line, input).map((item) => {
            const [count, price] = [countOf(item), priceOf(item, input, rules)];
            const rounds = item.kind === 'time' || item.kind === 'mileage';
            return round(times(rounds && fits(price, decimals) ? round(count, 2) : count, price), 2);
          });
          expect(text(total(amounts), 2)).toBe(line.amount);
        }
      }),
      runs,
    );
  });
});
