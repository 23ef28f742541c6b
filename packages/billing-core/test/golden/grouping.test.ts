import { describe, expect, it } from 'vitest';
import type { BillableItem, BillingPolicy } from '../../src/index.ts';
import { activity, customer, expense, mileage, only, policy, project, propose, term, time } from '../support/builders.ts';
import { grouped } from '../support/grouped.ts';
import { frac, minus, over, round, text as decimals, times, total } from '../support/rational.ts';

const records = {
  customers: [customer(), customer({ id: 'c2', name: 'Ander' })],
  projects: [
    project(),
    project({ id: 'p2', name: 'Beheer', code: 'BH', invoicing: { method: 'ProjectHourlyRate', hourlyRate: '95.00', reference: 'PO-2' } }),
  ],
  activities: [activity(), activity({ id: 'a2', name: 'Bouwen' })],
  users: [{ id: 'u1', name: 'Ank' }, { id: 'u2', name: 'Bas' }],
};
/** A Sunday, a Monday, another month; two projects, activities and users; all at 95.00. */
const hours: BillableItem[] = [
  time({ id: '1', date: '2026-03-01', minutes: 60 }),
  time({ id: '2', date: '2026-03-02', minutes: 60, activityId: 'a2', userId: 'u2' }),
  time({ id: '3', date: '2026-03-02', minutes: 60, projectId: 'p2' }),
  time({ id: '4', date: '2026-04-01', minutes: 60, projectId: 'p2', activityId: 'a2', notes: 'Overleg' }),
];
const lines = (items: readonly BillableItem[], rules: Partial<BillingPolicy>) =>
  only(propose(items, rules, records)).lines.map(({ text, quantity, sources }) => `${text}: ${quantity} [${sources.map(({ id }) => id).join()}]`);

describe('grouping of hours', () => {
  it.each([
    ['activity', ['Advies: 2.00 [1,3]', 'Bouwen: 2.00 [2,4]']],
    ['project', ['Webshop: 2.00 [1,2]', 'Beheer: 2.00 [3,4]']],
    ['employee', ['Uren: 3.00 [1,3,4]', 'Uren: 1.00 [2]']],
    ['day', ['01-03-2026: 1.00 [1]', '02-03-2026: 2.00 [2,3]', '01-04-2026: 1.00 [4]']],
    ['week', ['week 9, 2026: 1.00 [1]', 'week 10, 2026: 2.00 [2,3]', 'week 14, 2026: 1.00 [4]']],
    ['detailed', ['01-03-2026, Advies: 1.00 [1]', '02-03-2026, Bouwen: 1.00 [2]', '02-03-2026, Advies: 1.00 [3]', '01-04-2026, Bouwen, Overleg: 1.00 [4]']],
    ['single', ['Uren: 4.00 [1,2,3,4]']],
  ] as const)('by %s', (grouping, expected) => {
    expect(lines(hours, { grouping: { time: grouping } })).toEqual(expected);
  });

  it('a week belongs to its ISO year: 1 January 2027 is in week 53 of 2026', () => {
    const turn = [time({ id: '1', date: '2026-12-31' }), time({ id: '2', date: '2027-01-01' }), time({ id: '3', date: '2027-01-04' })];
    expect(lines(turn, { grouping: { time: 'week' } })).toEqual(['week 53, 2026: 0.67 [1,2]', 'week 1, 2027: 0.33 [3]']);
  });

  it('names of employees show only when asked for', () => {
    const shown = { grouping: { time: 'employee' as const }, text: { showEmployees: true } };
    expect(lines(hours, shown)).toEqual(['Ank: 3.00 [1,3,4]', 'Bas: 1.00 [2]']);
    expect(JSON.stringify(propose(hours, { grouping: { time: 'employee' } }, records).proposals)).not.toContain('Ank');
  });

  it('D2: lines of different rate never merge, and not those of different article', () => {
    const dear = { ...records, projects: [project(), project({ id: 'p2', invoicing: { method: 'ProjectHourlyRate', hourlyRate: '95.50' } })] };
    expect(only(propose(hours, { grouping: { time: 'single' } }, dear)).lines).toHaveLength(2);
    const linked = { ...records, activities: [activity({ articleId: 'A-1' }), activity({ id: 'a2' })] };
    expect(only(propose(hours, { grouping: { time: 'single' } }, linked)).lines.map(({ articleId }) => articleId)).toEqual(['A-1', 'A-time']);
  });

  it('95, 95.0 and 95.00 are one rate', () => {
    const spelled = { ...records, projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: '95' } }), records.projects[1]!] };
    expect(only(propose(hours, { grouping: { time: 'single' } }, spelled)).lines).toHaveLength(1);
  });

  it('a project per line, on wish', () => {
    const apart = only(propose(hours, { grouping: { time: 'single' }, projectPerLine: true }, records));
    expect(apart.lines.map(({ projectId }) => projectId)).toEqual(['p1', 'p2']);
    expect(only(propose(hours, { grouping: { time: 'single' } }, records)).lines[0]).toMatchObject({ projectId: undefined, activityId: undefined });
  });
});

describe('grouping of expenses and trips', () => {
  const costs = [expense(), expense({ id: 'e2', date: '2026-03-04', notes: 'Server' }), expense({ id: 'e3', productId: 'x2', productName: 'Boek' }), expense({ id: 'e4', rate: '11.00' })];
  const trips = [mileage({ fromAddress: 'Utrecht', toAddress: 'Zwolle' }), mileage({ id: 'm2', fromAddress: 'Utrecht' })];

  it('expenses by product, apart by price', () => {
    expect(lines(costs, {})).toEqual(['Hosting: 2.00 [e1,e2]', 'Boek: 1.00 [e3]', 'Hosting: 1.00 [e4]']);
    expect(lines(costs.slice(0, 2), { grouping: { expense: 'detailed' } })).toEqual(['03-03-2026, Hosting: 1.00 [e1]', '04-03-2026, Hosting, Server: 1.00 [e2]']);
  });

  it('trips per ride, or together', () => {
    expect(lines(trips, {})).toEqual(['Kilometers, 04-03-2026, Utrecht - Zwolle: 100.00 [m1]', 'Kilometers, 04-03-2026, Utrecht: 100.00 [m2]']);
    expect(lines(trips, { grouping: { mileage: 'single' } })).toEqual(['Kilometers, Utrecht: 200.00 [m1,m2]']);
    expect(lines(trips, { grouping: { mileage: 'project' } })).toEqual(['Kilometers, Webshop, Utrecht: 200.00 [m1,m2]']);
  });

  it('kinds in a fixed order: hours, expenses, trips, terms', () => {
    const mixed = [term(), ...trips.slice(0, 1), ...costs.slice(0, 1), ...hours.slice(0, 1)];
    expect(only(propose(mixed, {}, records)).lines.map(({ kind }) => kind)).toEqual(['time', 'expense', 'mileage', 'term']);
  });
});

/** Odd minutes over two projects, activities, users, months and ISO years, all at 95.00: every grouping rounds differently. */
const odd: BillableItem[] = [
  time({ id: '1', date: '2026-12-27', minutes: 20 }), time({ id: '2', date: '2026-12-28', minutes: 50, activityId: 'a2', userId: 'u2' }),
  time({ id: '3', date: '2026-12-28', minutes: 7, projectId: 'p2' }), time({ id: '4', date: '2027-01-01', minutes: -13, projectId: 'p2', activityId: 'a2' }),
  time({ id: '5', date: '2027-01-03', minutes: 91, userId: 'u2' }), time({ id: '6', date: '2027-01-04', minutes: 1 }),
];
const oddTrips: BillableItem[] = odd.map((one, index) => mileage({ id: one.id, date: one.date, distance: `${index * 7}.35`, projectId: one.projectId ?? 'p1', userId: index % 2 === 0 ? 'u1' : 'u2' }));
const oddCosts: BillableItem[] = odd.map((one, index) =>
  expense({ id: one.id, date: one.date, quantity: `${index + 1}`, rate: '3.35', projectId: one.projectId ?? 'p1', userId: index % 2 === 0 ? 'u1' : 'u2', productId: `x${index % 2}` }));

describe('groupings by fractions: lines, amounts and totals worked out a second time', () => {
  const hourly = ['activity', 'employee', 'project', 'day', 'week', 'detailed', 'single'] as const;
  const cases = [
    ...hourly.map((grouping) => ({ kind: 'time' as const, items: odd, grouping, rate: '95.00', rounds: true })),
    ...(['ride', 'employee', 'project', 'day', 'week', 'single'] as const).map((grouping) => ({ kind: 'mileage' as const, items: oddTrips, grouping, rate: '0.23', rounds: true })),
    ...(['product', 'employee', 'project', 'day', 'week', 'detailed', 'single'] as const).map((grouping) => ({ kind: 'expense' as const, items: oddCosts, grouping, rate: '3.35', rounds: false })),
  ];
  it.each(cases)('$kind by $grouping', ({ kind, items, grouping, rate, rounds }) => {
    const counted = (item: BillableItem) => (item.kind === 'time' ? over(frac(item.minutes), frac(60)) : frac('distance' in item ? item.distance : 'quantity' in item ? item.quantity : 0));
    const expected = grouped(items, grouping).map((group) => {
      const count = total(group.map(counted));
      const amount = round(times(rounds ? round(count, 2) : count, frac(rate)), 2);
      return { ids: group.map(({ id }) => id), quantity: decimals(count, 2), amount: decimals(amount, 2), exactAmount: decimals(times(count, frac(rate)), 6), amounts: amount, exact: times(count, frac(rate)) };
    });
    const proposal = only(propose(items, { grouping: { [kind]: grouping }, maxRoundingDifference: { amount: '9', percent: '0' } }, records));
    expect(proposal.lines.map(({ sources, quantity, amount, exactAmount }) => ({ ids: sources.map(({ id }) => id), quantity, amount, exactAmount }))).toEqual(
      expected.map(({ ids, quantity, amount, exactAmount }) => ({ ids, quantity, amount, exactAmount })),
    );
    const net = total(expected.map(({ amounts }) => amounts));
    const vat = round(over(times(net, frac(21)), frac(100)), 2);
    expect(proposal).toMatchObject({
      netAmount: decimals(net, 2), vatAmount: decimals(vat, 2), totalAmount: decimals(total([net, vat]), 2),
      roundingDifference: decimals(minus(net, total(expected.map(({ exact }) => exact))), 6),
    });
  });
});

describe('splitting', () => {
  const keys = (split: BillingPolicy['split']) =>
    propose(hours, { split }, records).proposals.map(({ projectId, reference, month, sources }) => [projectId, reference, month, sources.map(({ id }) => id).join()]);

  it('by customer and currency always', () => {
    const two = [...hours, time({ id: '9', customerId: 'c2', projectId: undefined })];
    expect(propose(two, {}, records).proposals.map(({ customerId }) => customerId)).toEqual(['c1', 'c2']);
    const dollars = { ...records, projects: [project(), project({ id: 'p2', currencyCode: 'usd' })] };
    expect(propose(hours, {}, dollars).proposals.map(({ currencyCode }) => currencyCode)).toEqual(['EUR', 'USD']);
  });

  it('by project, reference, month, and together', () => {
    expect(keys([])).toEqual([[undefined, undefined, undefined, '1,3,2,4']]);
    expect(keys(['project'])).toEqual([['p1', undefined, undefined, '1,2'], ['p2', undefined, undefined, '3,4']]);
    expect(keys(['reference'])).toEqual([[undefined, undefined, undefined, '1,2'], [undefined, 'PO-2', undefined, '3,4']]);
    expect(keys(['month'])).toEqual([[undefined, undefined, '2026-03', '1,3,2'], [undefined, undefined, '2026-04', '4']]);
    expect(keys(['project', 'month'])).toEqual([['p1', undefined, '2026-03', '1,2'], ['p2', undefined, '2026-03', '3'], ['p2', undefined, '2026-04', '4']]);
  });

  it('a week over the end of a month is split by month as well', () => {
    const edge = [time({ id: '1', date: '2026-03-31' }), time({ id: '2', date: '2026-04-01' })];
    const { proposals } = propose(edge, { split: ['month'], grouping: { time: 'week' } }, records);
    expect(proposals.map(({ month, lines: [line] }) => [month, line?.text])).toEqual([['2026-03', 'week 14, 2026'], ['2026-04', 'week 14, 2026']]);
  });

  it('B4: each invoice states its supply period, terms with theirs', () => {
    expect(only(propose(hours, {}, records)).supplyPeriod).toEqual({ from: '2026-03-01', to: '2026-04-01' });
    expect(only(propose([term({ period: { from: '2026-01-01', to: '2026-03-31' } })])).supplyPeriod).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  });

  it('an invoice knows when an error kept something off it, and only then', () => {
    const mixed = [time({ id: '1' }), time({ id: '2', projectId: 'p2', minutes: 1.5 })];
    expect(propose(mixed, { split: ['project'] }, records).proposals.map(({ complete }) => complete)).toEqual([true]);
    expect(only(propose(mixed, {}, records)).complete).toBe(false);
    expect(propose(hours, { split: ['month'] }, records).proposals.every(({ complete }) => complete)).toBe(true);
  });
});

describe('texts', () => {
  const text = (template: string, items: readonly BillableItem[] = hours, rules: Partial<BillingPolicy> = {}) =>
    only(propose(items, { grouping: { time: 'single', mileage: 'single' }, ...rules, text: { ...rules.text, templates: { time: template, mileage: template, term: template } } }, records)).lines[0]?.text;

  it('names are filled in; what differs within the line is left out', () => {
    const one = [time({ projectId: 'p2', notes: 'Overleg' })];
    const all = '{activity}|{project}|{code}|{customer}|{date}|{week}|{from}|{to}|{notes}|{reference}|{hours}|{quantity}|{employee}';
    expect(text(all, one)).toBe('Advies|Beheer|BH|Bakkerij Jansen|02-03-2026|week 10, 2026|02-03-2026|02-03-2026|Overleg|PO-2|0:20|0,333333|');
    expect(text(all)).toBe('|||Bakkerij Jansen|||01-03-2026|01-04-2026|||4:00|4|');
    expect(text('{origin}>{destination} {km} km', [mileage({ fromAddress: 'Utrecht', toAddress: 'Zwolle' })])).toBe('Utrecht>Zwolle 100 km');
    expect(text('{description}', [term()])).toBe('Webshop');
    expect(text('{product}', [expense()], { text: { templates: {} } })).toBe('Hosting');
  });

  it('braces are doubled, and values are never read as templates', () => {
    expect(text('{{{activity}}} }}', [time()])).toBe('{Advies} }');
    expect(text('{notes}', [time({ notes: '{project}' })])).toBe('{project}');
  });

  it.each(['{', '}', '{activity', '{Activity}', '{}', '{unknown}'])('"%s" cannot be read: a problem', (template) => {
    const result = propose([time()], { text: { templates: { time: template } } });
    expect(result.proposals).toEqual([]);
    expect(result.problems).toMatchObject([{ code: 'text-invalid', sources: [{ id: 't1' }] }]);
  });

  it('line breaks and control characters become blanks', () => {
    expect(text('{notes}', [time({ notes: ' a\r\nb\tc\u0007\u2028d ' })])).toBe('a b c d');
  });

  it('an empty text becomes the word for the kind, in the language asked for', () => {
    expect(text('{notes}', [time()])).toBe('Uren');
    expect(text('', [time()], { text: { language: 'en' } })).toBe('Hours');
    const english = only(propose([time(), mileage()], { rounding: 'exact', text: { language: 'en' } })).lines.map((line) => line.text);
    expect(english).toEqual(['Advies (0:20 hours x 95.00)', 'Kilometres, 04-03-2026 (100 km x 0.23)']);
  });

  it('long texts are shortened with a warning; the quantity of a lump sum stays', () => {
    const notes = '\u{1F600}'.repeat(20);
    const rules = { rounding: 'exact' as const, text: { maxLength: 39, templates: { time: '{notes}' } } };
    const result = propose([time({ notes })], rules);
    const [line] = only(result).lines;
    expect(line?.text).toBe(`${'\u{1F600}'.repeat(8)}... (0:20 uur x 95,00)`);
    expect(line?.text.length).toBe(38);
    expect(result.problems).toMatchObject([{ code: 'text-shortened', severity: 'warning', sources: [{ id: 't1' }] }]);
  });

  it('2,000 characters is the limit, whatever the policy says', () => {
    const [line] = only(propose([time({ notes: 'x'.repeat(3000) })], { text: { maxLength: 5000, templates: { time: '{notes}' } } })).lines;
    expect(line?.text).toBe(`${'x'.repeat(1997)}...`);
  });

  it('terms name their period, and days where a period was cut', () => {
    const part = term({ quantity: '1', price: '100.00', proration: { days: 12, of: 31 } });
    expect(only(propose([part])).lines[0]).toMatchObject({ text: 'Webshop, 01-03-2026 t/m 31-03-2026 (12/31 dagen)', amount: '38.71' });
    expect(only(propose([term({ period: { from: '2026-03-31', to: '2026-03-31' } })])).lines[0]?.text).toBe('Webshop, 31-03-2026');
  });
});

describe('B1: articles', () => {
  const article = (items: readonly BillableItem[], articles: BillingPolicy['articles'], linked?: string) =>
    propose(items, { articles }, { activities: [activity({ articleId: linked })] }).proposals[0]?.lines[0]?.articleId;
  const full: BillingPolicy['articles'] = {
    defaults: { time: 'kind', expense: 'kind-e' },
    perVatKind: [{ kind: 'time', vatKind: 'domestic-low', articleId: 'other' }, { kind: 'time', vatKind: 'domestic-high', articleId: 'kind-high' }],
    perActivity: [{ activityId: 'a9', articleId: 'no' }, { activityId: 'a1', articleId: 'activity' }, { activityId: 'a1', vatKind: 'domestic-high', articleId: 'activity-high' }],
    perProduct: [{ productId: 'x1', articleId: 'product' }, { productId: 'x1', vatKind: 'domestic-low', articleId: 'product-low' }],
  };

  it('the most specific wins: activity and VAT kind, activity, the link, kind and VAT kind, kind', () => {
    expect(article([time()], full, 'link')).toBe('activity-high');
    expect(article([time()], { ...full, perActivity: full.perActivity?.slice(0, 2) }, 'link')).toBe('activity');
    expect(article([time()], { ...full, perActivity: [] }, 'link')).toBe('link');
    expect(article([time()], { ...full, perActivity: [] })).toBe('kind-high');
    expect(article([time()], { defaults: full.defaults })).toBe('kind');
    expect(article([expense()], full)).toBe('product');
    expect(article([expense({ vatRate: { percentage: '9' } })], full)).toBe('product-low');
    expect(article([expense({ productId: undefined })], full, 'link')).toBe('kind-e');
    expect(article([term({ activityId: 'a1' })], { defaults: {} }, 'link')).toBe('link');
    expect(article([mileage()], { ...full, defaults: { mileage: 'km' } }, 'link')).toBe('km');
  });

  it('a missing article is named with activity and VAT kind, all of them at once', () => {
    const result = propose([time(), mileage({ distance: '1' }), expense()], { articles: { defaults: {} } });
    expect(result.problems.map(({ code, details }) => [code, details['kind'], details['vatKind'], details['activityId'], details['productId'], details['lumpSum']])).toEqual([
      ['article-missing', 'expense', 'domestic-high', '', 'x1', 'false'],
      ['article-missing', 'mileage', 'domestic-high', '', '', 'false'],
      ['article-missing', 'time', 'domestic-high', 'a1', '', 'false'],
    ]);
  });

  it('a missing article of a line over several projects names each of its entries once', () => {
    const projects = [project(), project({ id: 'p2' })];
    const { problems } = propose([time({ id: '1' }), time({ id: '2', projectId: 'p2' })], { articles: { defaults: {} } }, { projects });
    expect(problems.map(({ code, sources }) => [code, sources.map(({ id }) => id)])).toEqual([['article-missing', ['1', '2']]]);
  });

  it('1 x amount needs the lump-sum article, per VAT kind where there is one', () => {
    const articles = { ...policy().articles, lumpSum: undefined };
    expect(propose([time()], { rounding: 'exact', articles }).problems).toMatchObject([{ code: 'article-missing', details: { lumpSum: 'true' } }]);
    const perKind = { ...articles, lumpSum: 'x', lumpSumPerVatKind: { 'domestic-high': 'lump-high' } };
    expect(only(propose([time()], { rounding: 'exact', articles: perKind })).lines[0]?.articleId).toBe('lump-high');
  });
});
