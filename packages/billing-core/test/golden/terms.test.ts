import { describe, expect, it } from 'vitest';
import type { Project, Subscription, TermOptions } from '../../src/index.ts';
import { unbilledTerms } from '../../src/index.ts';
import { only, project, propose } from '../support/builders.ts';
import { frac, over, text, times } from '../support/rational.ts';

const options = (change: Partial<TermOptions> = {}): TermOptions => ({
  until: '2026-12-31', billFrom: '2026-01-01', billedTermKeys: [], timing: 'advance', ...change,
});
const fixed = (change: Partial<Project['invoicing']> = {}, of: Partial<Project> = {}): Project =>
  project({ endDate: '2026-06-30', invoicing: { method: 'ProjectRate', fixedRate: '5000.00', ...change }, ...of });
const subscribed = (change: Partial<Subscription> = {}): Project =>
  project({ invoicing: { method: 'Subscription', subscription: { frequency: 'Month', startDate: '2026-01-01', price: '310.00', ...change } } });
const found = (one: Project, change: Partial<TermOptions> = {}) => unbilledTerms([one], options(change));
/** Key without the project and the days in it, due date, period, and days of days. */
const brief = (one: Project, change: Partial<TermOptions> = {}): string[] =>
  found(one, change).terms.map(({ id, date, period, proration }) =>
    `${id.slice(3).replace(/[^/]*\.\..*/, '')} due ${date}: ${period.from}..${period.to}${proration ? ` ${proration.days}/${proration.of}` : ''}`);

describe('D4: a fixed price', () => {
  it('in one, on its date, else at the end of the project', () => {
    expect(found(fixed({ date: '2026-05-15' })).terms).toEqual([{
      kind: 'term', id: 'p1/fixed/', customerId: 'c1', projectId: 'p1', date: '2026-05-15', period: { from: '2026-05-15', to: '2026-06-30' },
      quantity: '1', price: '5000.00', description: 'Webshop', activityId: undefined,
    }]);
    expect(brief(fixed({}, { startDate: '2026-02-01' }))).toEqual(['fixed/ due 2026-06-30: 2026-02-01..2026-06-30']);
    expect(brief(fixed({ date: '2026-01-15' }, { startDate: '2026-02-01', endDate: undefined }))).toEqual(['fixed/ due 2026-01-15: 2026-01-15..2026-01-15']);
  });

  it('in instalments, each on its date and with its own key', () => {
    const parts = fixed({ instalments: [{ id: 'b', date: '2026-04-01', amount: '3000.00' }, { id: 'a', date: '2026-02-01', amount: '2000.00', description: 'Aanbetaling' }] });
    expect(brief(parts)).toEqual(['instalment/a due 2026-02-01: 2026-02-01..2026-02-01', 'instalment/b due 2026-04-01: 2026-04-01..2026-04-01']);
    expect(found(parts).terms.map(({ price, description }) => [price, description])).toEqual([['2000.00', 'Aanbetaling'], ['3000.00', 'Webshop']]);
  });

  it('per activity, with the activity in the description; one that is not billable is left out', () => {
    const tasks = fixed({ method: 'TaskRate' }, {
      tasks: [
        { id: 'pt1', activityId: 'a1', fixedRate: '100.00', invoiceDate: '2026-03-01' }, { id: 'pt2', activityId: 'a2', fixedRate: '200.00' },
        { id: 'pt3', activityId: 'a3', fixedRate: '300.00', billable: false }, { id: 'pt4', activityId: 'a4' },
      ],
    });
    const { terms } = unbilledTerms([tasks], options(), [{ id: 'a1', name: 'Ontwerp' }]);
    expect(terms.map(({ id, date, price, description, activityId }) => [id, date, price, description, activityId])).toEqual([
      ['p1/task/pt1', '2026-03-01', '100.00', 'Webshop, Ontwerp', 'a1'], ['p1/task/pt2', '2026-06-30', '200.00', 'Webshop', 'a2'],
    ]);
  });

  it('milestones, once they are reached', () => {
    const stones = fixed({ method: 'MilestoneRate', instalments: [{ id: 'm1', date: '2026-02-01', amount: '1.00' }, { id: 'm2', date: '2026-03-01', amount: '2.00', reached: false }] });
    const { terms, skipped } = found(stones);
    expect(terms.map(({ id }) => id)).toEqual(['p1/milestone/m1']);
    expect(skipped.map(({ term, reason }) => [term.id, reason])).toEqual([['p1/milestone/m2', 'not-reached']]);
  });

  it('what is missing is a problem', () => {
    expect(found(fixed({}, { endDate: undefined })).problems).toMatchObject([{ code: 'malformed', details: { projectId: 'p1' } }]);
    expect(found(fixed({ fixedRate: undefined })).problems).toMatchObject([{ code: 'rate-missing' }]);
    expect(found(fixed({ date: '2026-02-30' })).problems).toMatchObject([{ code: 'malformed', sources: [{ kind: 'term', id: 'p1/fixed/' }] }]);
    const twice = [{ id: 'a', date: '2026-02-01', amount: '1' }, { id: 'a', date: '2026-03-01', amount: '2' }];
    expect(found(fixed({ instalments: twice }))).toMatchObject({ terms: [{ date: '2026-02-01' }], problems: [{ code: 'duplicate' }] });
    expect(found(project({ invoicing: { method: 'Subscription' } })).problems).toMatchObject([{ code: 'rate-missing' }]);
    for (const broken of [{ startDate: 'x' }, { endDate: 'x' }, { price: 'x' }, { frequency: 'Eon' as never }]) {
      expect(found(subscribed(broken))).toMatchObject({ terms: [], problems: [{ code: 'malformed' }] });
    }
    expect(found(subscribed(), { until: 'x' })).toMatchObject({ terms: [], covered: [], problems: [{ code: 'malformed' }] });
    expect(found(subscribed(), { billFromPerProject: { p1: 'x' } }).problems).toMatchObject([{ code: 'malformed' }]);
  });
});

describe('D4: when a term is offered', () => {
  it('not before the bill-from day, not after `until`, and not when it is billed', () => {
    const { terms, skipped } = found(subscribed(), { billFrom: '2026-03-01', until: '2026-05-01', billedTermKeys: ['p1/subscription/2026-04-01..2026-04-30'] });
    expect(terms.map(({ date }) => date)).toEqual(['2026-03-01', '2026-05-01']);
    expect(skipped.map(({ term, reason }) => [term.date, reason])).toEqual([
      ['2026-01-01', 'before-bill-from'], ['2026-02-01', 'before-bill-from'], ['2026-04-01', 'already-billed'],
    ]);
  });

  it('a project can have a bill-from day of its own', () => {
    expect(brief(subscribed(), { billFrom: '2030-01-01', billFromPerProject: { p1: '2026-12-01' } })).toHaveLength(1);
  });

  it('in arrears a term is due on the last day of its period', () => {
    expect(brief(subscribed(), { timing: 'arrears', until: '2026-02-28' })).toEqual([
      'subscription/ due 2026-01-31: 2026-01-01..2026-01-31', 'subscription/ due 2026-02-28: 2026-02-01..2026-02-28',
    ]);
  });

  it('a price change never re-bills a billed term', () => {
    const billedTermKeys = found(subscribed()).terms.map(({ id }) => id);
    expect(billedTermKeys).toHaveLength(12);
    expect(found(subscribed({ price: '999.00', quantity: '2', description: 'Duurder' }), { billedTermKeys }).terms).toEqual([]);
    expect(found(fixed({ fixedRate: '9999.00', date: '2026-04-01' }), { billedTermKeys: ['p1/fixed/'] }).terms).toEqual([]);
  });

  it('the key of a subscription\'s term is the project and the days that it covers', () => {
    expect(found(subscribed({ startDate: '2026-01-20', endDate: '2026-02-10' })).terms.map(({ id }) => id)).toEqual(['p1/subscription/2026-01-20..2026-01-31', 'p1/subscription/2026-02-01..2026-02-10']);
    expect(found({ ...subscribed({ endDate: '2026-01-31' }), id: 'a/b %' }).terms.map(({ id }) => id)).toEqual(['a%2Fb%20%25/subscription/2026-01-01..2026-01-31']);
  });

  it('another way of billing the same price is a problem: first in one, then in instalments', () => {
    const parts = fixed({ instalments: [{ id: 'a', date: '2026-02-01', amount: '1' }] });
    expect(found(parts, { billedTermKeys: ['p1/fixed/'] })).toMatchObject({
      terms: [],
      problems: [{ code: 'term-overlap', message: 'p1/instalment/a would bill again what was billed as p1/fixed/.', details: { projectId: 'p1', billed: 'p1/fixed/', open: '' }, sources: [{ id: 'p1/instalment/a' }] }],
    });
    expect(found(parts, { billedTermKeys: ['p2/fixed/', 'p1/instalment/z', 'p1/subscription/2026-01-01..2026-01-31'] }).terms).toHaveLength(1);
    expect(found(subscribed({ endDate: '2026-01-31' }), { billedTermKeys: ['p1/fixed/', 'p1/instalment/z'] }).terms).toHaveLength(1);
  });
});

const january = ['p1/subscription/2026-01-15..2026-01-31'];
const anniversary = ['p1/subscription/2026-01-15..2026-02-14'];
const monthly = { startDate: '2026-01-15', endDate: '2026-04-30' };

/** What happens to a subscription that was changed after some of it was billed; the days are counted by hand. */
const CHANGES: readonly {
  readonly what: string; readonly billed: readonly string[]; readonly now: Partial<Subscription>; readonly by?: Partial<TermOptions>;
  readonly offered: readonly string[]; readonly inPart: readonly (readonly [string, string])[];
}[] = [
  { what: 'nothing was changed', billed: january, now: monthly, offered: ['2026-02-01..2026-02-28', '2026-03-01..2026-03-31', '2026-04-01..2026-04-30'], inPart: [] },
  {
    what: 'calendar, then anniversary: 15 to 31 January was billed, 1 to 14 February is left', billed: january, now: monthly, by: { periods: 'anniversary' },
    offered: ['2026-02-15..2026-03-14', '2026-03-15..2026-04-14', '2026-04-15..2026-04-30'], inPart: [['2026-01-15..2026-02-14', '2026-02-01..2026-02-14']],
  },
  {
    what: 'anniversary, then calendar: up to 14 February was billed, 15 to 28 February is left', billed: anniversary, now: monthly,
    offered: ['2026-03-01..2026-03-31', '2026-04-01..2026-04-30'], inPart: [['2026-02-01..2026-02-28', '2026-02-15..2026-02-28']],
  },
  {
    what: 'months, then quarters: January was billed', billed: january, now: { ...monthly, frequency: 'Quarter' },
    offered: ['2026-04-01..2026-04-30'], inPart: [['2026-01-15..2026-03-31', '2026-02-01..2026-03-31']],
  },
  {
    what: 'a quarter, then months: every month of it was billed', billed: ['p1/subscription/2026-01-15..2026-03-31'], now: monthly,
    offered: ['2026-04-01..2026-04-30'], inPart: [],
  },
  {
    what: 'the start was moved back: 10 to 14 January is left', billed: january, now: { ...monthly, startDate: '2026-01-10', endDate: '2026-02-28' },
    offered: ['2026-02-01..2026-02-28'], inPart: [['2026-01-10..2026-01-31', '2026-01-10..2026-01-14']],
  },
  { what: 'the start was moved ahead: what was billed stays billed', billed: january, now: { ...monthly, startDate: '2026-01-20', endDate: '2026-02-28' }, offered: ['2026-02-01..2026-02-28'], inPart: [] },
  { what: 'the end was moved ahead: what was billed stays billed', billed: ['p1/subscription/2026-01-15..2026-01-31', 'p1/subscription/2026-02-01..2026-02-28'], now: { ...monthly, endDate: '2026-02-10' }, offered: [], inPart: [] },
  {
    what: 'the end was taken away: 11 to 28 February is left', billed: [...january, 'p1/subscription/2026-02-01..2026-02-10'], now: { ...monthly, endDate: '2026-03-31' },
    offered: ['2026-03-01..2026-03-31'], inPart: [['2026-02-01..2026-02-28', '2026-02-11..2026-02-28']],
  },
  {
    what: 'two gaps within one term', billed: ['p1/subscription/2026-01-20..2026-01-21', 'p1/subscription/2026-01-25..2026-01-26'], now: { ...monthly, endDate: '2026-01-31' },
    offered: [], inPart: [['2026-01-15..2026-01-31', '2026-01-15..2026-01-19 2026-01-22..2026-01-24 2026-01-27..2026-01-31']],
  },
  { what: 'days billed twice before count once', billed: [...january, 'p1/subscription/2026-01-10..2026-01-20'], now: { ...monthly, endDate: '2026-01-31' }, offered: [], inPart: [] },
  { what: 'another project\'s days are its own', billed: ['p2/subscription/2026-01-15..2026-01-31'], now: { ...monthly, endDate: '2026-01-31' }, offered: ['2026-01-15..2026-01-31'], inPart: [] },
];

describe('D4: every day of a subscription is billed once, also when it is changed', () => {
  it.each(CHANGES)('$what', ({ billed, now, by, offered, inPart }) => {
    const { terms, problems } = found(subscribed(now), { billedTermKeys: billed, ...by });
    expect(terms.map(({ period: { from, to } }) => `${from}..${to}`)).toEqual(offered);
    expect(problems.map(({ code, sources, details }) => [code, sources.map(({ id }) => id), details['open']])).toEqual(
      inPart.map(([term, open]) => ['term-overlap', [`p1/subscription/${term}`], open]),
    );
  });

  it('the problem names the days, and the billed terms for a program', () => {
    expect(found(subscribed({ ...monthly, endDate: '2026-02-28' }), { billedTermKeys: anniversary }).problems).toEqual([{
      code: 'term-overlap', severity: 'error', message: 'Webshop: 2026-02-01..2026-02-28 was billed in part. Not billed: 2026-02-15..2026-02-28.',
      sources: [{ kind: 'term', id: 'p1/subscription/2026-02-01..2026-02-28' }], details: { projectId: 'p1', billed: anniversary[0], open: '2026-02-15..2026-02-28' },
    }]);
  });

  it('who bills the rest by hand marks the term billed, or moves the bill-from day, and it is settled', () => {
    const settled = [...anniversary, 'p1/subscription/2026-02-01..2026-02-28'];
    expect(found(subscribed({ ...monthly, endDate: '2026-02-28' }), { billedTermKeys: settled })).toMatchObject({ terms: [], problems: [] });
    const moved = found(subscribed({ ...monthly, endDate: '2026-02-28' }), { billedTermKeys: anniversary, billFrom: '2026-02-02' });
    expect(moved.problems).toEqual([]);
    expect(moved.skipped.map(({ term, reason }) => [term.date, reason])).toEqual([['2026-01-15', 'already-billed'], ['2026-02-01', 'before-bill-from']]);
  });

  it.each(['p1/subscription/Month/2026-01-01', 'p1/subscription/', 'p1/subscription/2026-01-31..2026-01-01', 'p1/subscription/2026-01-01..2026-01-31..x', 'p1/subscription/2026-01-01'])(
    'a billed key without days that can be read (%s) keeps the subscription from being billed', (key) => {
      const { terms, problems } = found(subscribed({ endDate: '2026-01-31' }), { billedTermKeys: [key] });
      expect(terms).toEqual([]);
      expect(problems).toMatchObject([{ code: 'malformed', message: `Webshop: the billed terms ${key} name no days that can be read.`, details: { billed: key } }]);
    },
  );
});

describe('D4: hours under a fixed price or subscription', () => {
  it('names the projects whose hours are covered, and none that are priced or not invoiced', () => {
    const projects = [subscribed(), fixed({}, { id: 'p0' }), project({ id: 'p3' }), project({ id: 'p4', invoicing: { method: 'NoInvoicing' } })];
    expect(unbilledTerms(projects, options()).covered).toEqual(['p0', 'p1']);
  });
});

describe('periods of a subscription, by hand', () => {
  it.each([
    ['weeks from Monday, the first cut off', { frequency: 'Week', startDate: '2026-01-01' }, { until: '2026-01-12' }, [
      'subscription/ due 2026-01-01: 2026-01-01..2026-01-04 4/7', 'subscription/ due 2026-01-05: 2026-01-05..2026-01-11',
      'subscription/ due 2026-01-12: 2026-01-12..2026-01-18',
    ]],
    ['months, started and ended within one: 12/31 and 10/28', { startDate: '2026-01-20', endDate: '2026-02-10' }, {}, [
      'subscription/ due 2026-01-20: 2026-01-20..2026-01-31 12/31', 'subscription/ due 2026-02-01: 2026-02-01..2026-02-10 10/28',
    ]],
    ['a leap year has 29 days in February', { startDate: '2028-02-15', endDate: '2028-02-29' }, { until: '2028-12-31' }, [
      'subscription/ due 2028-02-15: 2028-02-15..2028-02-29 15/29',
    ]],
    ['quarters', { frequency: 'Quarter', startDate: '2026-02-01', endDate: '2026-06-30' }, {}, [
      'subscription/ due 2026-02-01: 2026-02-01..2026-03-31 59/90', 'subscription/ due 2026-04-01: 2026-04-01..2026-06-30',
    ]],
    ['years', { frequency: 'Year', startDate: '2026-07-01', endDate: '2027-12-31' }, { until: '2027-12-31' }, [
      'subscription/ due 2026-07-01: 2026-07-01..2026-12-31 184/365', 'subscription/ due 2027-01-01: 2027-01-01..2027-12-31',
    ]],
    ['from the 31st: the end of shorter months, counted from the start each time', { startDate: '2026-01-31', endDate: '2026-05-30' }, { periods: 'anniversary' }, [
      'subscription/ due 2026-01-31: 2026-01-31..2026-02-27', 'subscription/ due 2026-02-28: 2026-02-28..2026-03-30',
      'subscription/ due 2026-03-31: 2026-03-31..2026-04-29', 'subscription/ due 2026-04-30: 2026-04-30..2026-05-30',
    ]],
    ['weeks from a Thursday', { frequency: 'Week', startDate: '2026-01-01', endDate: '2026-01-10' }, { periods: 'anniversary' }, [
      'subscription/ due 2026-01-01: 2026-01-01..2026-01-07', 'subscription/ due 2026-01-08: 2026-01-08..2026-01-10 3/7',
    ]],
    ['years from 29 February', { frequency: 'Year', startDate: '2024-02-29', endDate: '2026-02-27' }, { periods: 'anniversary', billFrom: '2024-01-01' }, [
      'subscription/ due 2024-02-29: 2024-02-29..2025-02-27', 'subscription/ due 2025-02-28: 2025-02-28..2026-02-27',
    ]],
    ['an end before the start is no period', { startDate: '2026-03-01', endDate: '2026-02-01' }, {}, []],
  ] as const)('%s', (_, subscription, change, expected) => {
    expect(brief(subscribed(subscription), change)).toEqual(expected);
  });

  it.each([
    ['daily', ['12/31', '10/28']], ['full', [undefined, undefined]], ['free', []],
  ] as const)('a part of a period is billed %s', (proration, parts) => {
    const { terms } = found(subscribed({ startDate: '2026-01-20', endDate: '2026-02-10' }), { proration });
    expect(terms.map((term) => term.proration && `${term.proration.days}/${term.proration.of}`)).toEqual(parts);
  });

  it('12 of 31 days at 310.00 are 120.00, 10 of 28 days 110.71', () => {
    const { terms } = found(subscribed({ startDate: '2026-01-20', endDate: '2026-02-10' }));
    const amounts = only(propose(terms, {}, { projects: [subscribed()] })).lines.map(({ amount }) => amount);
    expect(amounts).toEqual(['120.00', '110.71']);
    expect([[12, 31], [10, 28]].map(([days, of]) => text(times(frac('310.00'), over(frac(days!), frac(of!))), 2))).toEqual(amounts);
  });

  it('a price with periods is read on the first day of the term', () => {
    const price = [{ rate: '310.00', until: '2026-02-28' }, { rate: '320.00', from: '2026-03-01', until: '2026-03-31' }];
    const { terms, problems } = found(subscribed({ price, endDate: '2026-04-30' }));
    expect(terms.map((term) => term.price)).toEqual(['310.00', '310.00', '320.00']);
    expect(problems).toMatchObject([{ code: 'rate-missing' }]);
  });

  it('two pieces a month', () => {
    const { terms } = found(subscribed({ quantity: '2', price: '50.00', endDate: '2026-01-31', description: 'Hosting', activityId: 'a1' }));
    expect(only(propose(terms, {}, { projects: [subscribed()] })).lines[0]).toMatchObject({ quantity: '2.00', unitPrice: '50.00', amount: '100.00', text: 'Hosting, 01-01-2026 t/m 31-01-2026', activityId: 'a1' });
  });
});
