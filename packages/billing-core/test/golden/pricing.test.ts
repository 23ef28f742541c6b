import { describe, expect, it } from 'vitest';
import type { BillableItem, ExclusionReason, InvoiceMethod, Project, RateExplanation } from '../../src/index.ts';
import { activity, customer, expense, mileage, only, policy, project, propose, term, time } from '../support/builders.ts';
import { frac, over, plus, text, times } from '../support/rational.ts';

/** One hour of the usual work, in a project whose every record has a rate of its own, so that the right one shows. */
const records = (method: InvoiceMethod) => ({
  customers: [customer({ hourlyRate: '70.00' })],
  projects: [
    project({
      invoicing: { method, hourlyRate: '80.00', fixedRate: '5000.00' },
      tasks: [{ id: 'pt1', activityId: 'a1', hourlyRate: '90.00' }],
      users: [{ userId: 'u1', hourlyRate: '100.00' }],
    }),
  ],
  activities: [activity({ hourlyRate: '110.00' })],
  users: [{ id: 'u1', name: 'Ank', hourlyRate: '120.00' }],
});
const hour = time({ minutes: 60 });

describe('the nine invoice methods', () => {
  const priced: readonly [InvoiceMethod, string, RateExplanation['origin'], string][] = [
    ['TaskHourlyRate', '90.00', 'project-task', 'pt1'],
    ['UserHourlyRate', '100.00', 'project-user', 'u1'],
    ['ProjectHourlyRate', '80.00', 'project', 'p1'],
    ['CustomerHourlyRate', '70.00', 'customer', 'c1'],
  ];
  it.each(priced)('%s: an hour costs %s, from the %s', (method, rate, origin, originId) => {
    const [line] = only(propose([hour], {}, records(method))).lines;
    expect(line).toMatchObject({ quantity: '1.00', unitPrice: rate, amount: rate, rates: [{ origin, originId, rate }] });
  });

  const covered: readonly [InvoiceMethod, ExclusionReason][] = [
    ['NoInvoicing', 'project-not-invoiced'],
    ['ProjectRate', 'covered-by-fixed-price'],
    ['TaskRate', 'covered-by-fixed-price'],
    ['MilestoneRate', 'covered-by-fixed-price'],
    ['Subscription', 'covered-by-subscription'],
  ];
  it.each(covered)('%s: D4 hours are never priced at a rate (%s)', (method, reason) => {
    const result = propose([hour], {}, records(method));
    expect(result.proposals).toEqual([]);
    expect(result.problems).toEqual([]);
    expect(result.excluded).toMatchObject([{ source: { kind: 'time', id: 't1' }, reason }]);
  });

  it.each(covered.slice(1))('%s: expenses and trips are billed all the same', (method) => {
    expect(only(propose([expense(), mileage()], {}, records(method))).netAmount).toBe('33.00');
  });

  it('hours without a project cost the customer rate', () => {
    const [line] = only(propose([time({ minutes: 60, projectId: undefined })], {}, records('TaskHourlyRate'))).lines;
    expect(line).toMatchObject({ unitPrice: '70.00', rates: [{ origin: 'customer' }] });
  });
});

describe('where the method finds no rate', () => {
  it('TaskHourlyRate falls back to the activity, UserHourlyRate to the user', () => {
    const bare = (method: InvoiceMethod) => ({ ...records(method), projects: [project({ invoicing: { method } })] });
    expect(only(propose([hour], {}, bare('TaskHourlyRate'))).lines[0]).toMatchObject({ unitPrice: '110.00', rates: [{ origin: 'activity', originId: 'a1' }] });
    expect(only(propose([hour], {}, bare('UserHourlyRate'))).lines[0]).toMatchObject({ unitPrice: '120.00', rates: [{ origin: 'user', originId: 'u1' }] });
  });

  it.each(['TaskHourlyRate', 'UserHourlyRate', 'ProjectHourlyRate', 'CustomerHourlyRate'] as const)('%s without any rate is a problem, not a free hour', (method) => {
    const result = propose([hour], {}, { customers: [customer({ hourlyRate: undefined })], projects: [project({ invoicing: { method } })] });
    expect(result.proposals).toEqual([]);
    expect(result.problems).toMatchObject([{ code: 'rate-missing', sources: [{ kind: 'time', id: 't1' }], details: { projectId: 'p1', method } }]);
  });

  it('a rate of 0.00 is a rate', () => {
    const free = { projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: '0.00' } })] };
    expect(only(propose([hour], {}, free)).lines[0]).toMatchObject({ unitPrice: '0.00', amount: '0.00' });
  });
});

describe('rates with periods', () => {
  const dated = (...hourlyRate: { rate: string; from?: string; until?: string }[]): { projects: Project[] } => ({
    projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate } })],
  });
  const both = [time({ id: 't1', date: '2026-06-30', minutes: 60 }), time({ id: 't2', date: '2026-07-01', minutes: 60 })];

  it('each entry gets the rate of its day, on a line of its own', () => {
    const proposal = only(propose(both, {}, dated({ rate: '90', until: '2026-06-30' }, { rate: '95', from: '2026-07-01' })));
    expect(proposal.lines.map(({ unitPrice, rates }) => [unitPrice, rates[0]?.validFrom, rates[0]?.validUntil])).toEqual([
      ['90.00', undefined, '2026-06-30'], ['95.00', '2026-07-01', undefined],
    ]);
    expect(proposal.netAmount).toBe('185.00');
  });

  it('a day without a rate is a problem with that day', () => {
    const result = propose(both, {}, dated({ rate: '90', until: '2026-06-30' }));
    expect(result.problems).toMatchObject([{ code: 'rate-missing', details: { date: '2026-07-01' }, sources: [{ id: 't2' }] }]);
    expect(only(result)).toMatchObject({ netAmount: '90.00', complete: false });
  });

  it('two rates on one day are a problem, unless they are the same', () => {
    const overlap = (other: string) => propose(both, {}, dated({ rate: '90', until: '2026-07-01' }, { rate: other, from: '2026-07-01' }));
    expect(overlap('95').problems).toMatchObject([{ code: 'rate-ambiguous', sources: [{ id: 't2' }] }]);
    expect(only(overlap('90.00')).netAmount).toBe('180.00');
  });

  it.each([['a number', [{ rate: '9o' }]], ['a date', [{ rate: '90', from: '2026-02-30' }]]])('%s that cannot be read is a problem', (_, rates) => {
    expect(propose(both, {}, dated(...rates)).problems).toMatchObject([{ code: 'malformed', sources: [{ id: 't1' }, { id: 't2' }] }]);
  });
});

describe('kilometres', () => {
  it('the customer rate, else the policy rate, else a problem', () => {
    const bare = { customers: [customer({ mileageRate: undefined })] };
    expect(only(propose([mileage()])).lines[0]).toMatchObject({ amount: '23.00', rates: [{ origin: 'customer' }] });
    expect(only(propose([mileage()], { mileageRate: '0.30' }, bare)).lines[0]).toMatchObject({ amount: '30.00', rates: [{ origin: 'policy' }] });
    expect(propose([mileage()], {}, bare).problems).toMatchObject([{ code: 'rate-missing' }]);
  });

  it.each(['Private', 'HomeWork'] as const)('%s trips are left out', (type) => {
    expect(propose([mileage({ type })]).excluded).toMatchObject([{ reason: 'not-a-business-trip' }]);
  });

  it('a trip without a type is a business trip', () => {
    expect(only(propose([mileage({ type: undefined })])).netAmount).toBe('23.00');
  });
});

/** By hand: net = rate / 1.21 (or as entered), plus the markup; one piece or several. */
const EXPENSES = [
  { what: '10.00 without VAT', change: { rate: '10.00' }, quantity: '1.00', unitPrice: '10.00', amount: '10.00' },
  { what: '3 x 12.50', change: { quantity: '3', rate: '12.50' }, quantity: '3.00', unitPrice: '12.50', amount: '37.50' },
  { what: '12.10 with 21 % in it is 10.00', change: { rate: '12.10', rateIncludesVat: true, vatRate: { percentage: '21' } }, quantity: '1.00', unitPrice: '10.00', amount: '10.00' },
  { what: '10.00 with 21 % in it is 8.2645, printed 8.26', change: { rate: '10.00', rateIncludesVat: true, vatRate: { percentage: '21' } }, quantity: '1.00', unitPrice: '8.26', amount: '8.26' },
  { what: '3 x 10.00 with 21 % in it is 24.79, not 3 x 8.26', change: { quantity: '3', rate: '10.00', rateIncludesVat: true, vatRate: { percentage: '21' } }, quantity: '1.00', unitPrice: '24.79', amount: '24.79' },
  { what: '100.00 plus 10 %', change: { rate: '100.00', markup: '10' }, quantity: '1.00', unitPrice: '110.00', amount: '110.00' },
  { what: '121.00 with 21 % in it plus 12.5 %', change: { rate: '121.00', markup: '12.5', rateIncludesVat: true, vatRate: { percentage: '21' } }, quantity: '1.00', unitPrice: '112.50', amount: '112.50' },
  { what: '1/3 of a piece at 100.00 is 33.33, not 0.33 x 100.00', change: { quantity: '0.3333333', rate: '100.00' }, quantity: '1.00', unitPrice: '33.33', amount: '33.33' },
  { what: 'a refund of -10.00', change: { rate: '-10.00' }, quantity: '1.00', unitPrice: '-10.00', amount: '-10.00' },
];

describe('expenses, by hand and by fractions', () => {
  it.each(EXPENSES)('$what', ({ change, ...line }) => {
    const { what: _, ...expected } = line;
    expect(only(propose([expense(change)])).lines[0]).toMatchObject({ ...expected, unit: 'piece', articleId: 'A-expense' });

    const full = expense(change);
    const vat = full.rateIncludesVat === true ? frac(full.vatRate?.percentage ?? '0') : frac(0);
    const factor = (percent: string | undefined) => plus(frac(1), over(frac(percent ?? '0'), frac(100)));
    const net = times(over(frac(full.rate), plus(frac(1), over(vat, frac(100)))), factor(full.markup));
    expect(text(times(net, frac(full.quantity)), 2)).toBe(line.amount);
  });

  it('the policy markup holds where the expense has none, and is explained', () => {
    const [line] = only(propose([expense({ rate: '100.00' })], { markup: '5' })).lines;
    expect(line).toMatchObject({ amount: '105.00', rates: [{ origin: 'expense', rate: '100.00', markup: '5' }] });
    expect(only(propose([expense({ rate: '100.00', markup: '0' })], { markup: '5' })).netAmount).toBe('100.00');
  });

  it.each([
    ['VAT in it, but no VAT rate', { rateIncludesVat: true }, 'vat-rate-missing'],
    ['VAT in it at a rate below zero', { rateIncludesVat: true, vatRate: { percentage: '-21' } }, 'vat-rate-missing'],
    ['a rate that is no number', { rate: '1e3' }, 'malformed'],
    ['a markup that is no number', { markup: 'x' }, 'malformed'],
    ['a quantity that is no number', { quantity: '1,5' }, 'malformed'],
  ] as const)('%s: a problem', (_, change, code) => {
    const { problems, proposals } = propose([expense(change)]);
    expect(proposals).toEqual([]);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const problem of problems) expect(problem.sources).toEqual([{ kind: 'expense', id: 'e1' }]);
  });
});

describe('what a problem with a rate says', () => {
  const said = (items: readonly BillableItem[], records: Parameters<typeof propose>[2]) => propose(items, {}, records).problems.map(({ code, message, details }) => [code, message, details]);
  const none = { customerId: 'c1', projectId: 'p1', activityId: 'a1', userId: '', method: 'ProjectHourlyRate' };

  it('project, activity and method, and the user where rates are per user', () => {
    expect(said([hour], { projects: [project({ invoicing: { method: 'ProjectHourlyRate' } })] })).toEqual([['rate-missing', 'No rate for Webshop, Advies, ProjectHourlyRate.', none]]);
    expect(said([hour], { projects: [project({ invoicing: { method: 'UserHourlyRate' } })] })).toEqual([
      ['rate-missing', 'No rate for Webshop, Advies, user u1, UserHourlyRate.', { ...none, userId: 'u1', method: 'UserHourlyRate' }],
    ]);
    expect(said([{ ...hour, userId: undefined }], { projects: [project({ invoicing: { method: 'UserHourlyRate' } })] })).toEqual([
      ['rate-missing', 'No rate for Webshop, Advies, UserHourlyRate.', { ...none, method: 'UserHourlyRate' }],
    ]);
    expect(said([time({ projectId: undefined, activityId: undefined })], { customers: [customer({ hourlyRate: undefined })] })).toEqual([
      ['rate-missing', 'No rate for Bakkerij Jansen.', { ...none, projectId: '', activityId: '', method: '' }],
    ]);
    expect(said([hour], { projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: 'x' } })] })).toEqual([
      ['malformed', 'The rate for Webshop, Advies, ProjectHourlyRate (from the project) is malformed.', none],
    ]);
  });

  it('expenses and terms with the text that cannot be read', () => {
    expect(said([expense({ rate: 'x' })], {})).toEqual([['malformed', '"x" is not a rate.', { rate: 'x' }]]);
    expect(said([expense({ markup: 'y' })], {})).toEqual([['malformed', '"y" is not a markup.', { markup: 'y' }]]);
    expect(said([term({ price: 'z' })], {})).toEqual([['malformed', '"z" is not a price.', { price: 'z' }]]);
    expect(said([term({ quantity: 'z' })], {})).toEqual([['malformed', 'The quantity of a term item is malformed.', { kind: 'term' }]]);
    expect(said([term({ period: { from: '2026-01-01', to: 'x' } })], {})).toEqual([['malformed', 'The period of a term is malformed.', {}]]);
    expect(said([term({ proration: { days: 1, of: 0 } })], {})).toEqual([['malformed', 'The quantity of a term item is malformed.', { kind: 'term' }]]);
  });

  it('the rate of an expense is explained as it was found', () => {
    const rates = (change: Parameters<typeof expense>[0]) => only(propose([expense(change)], { markup: '0' })).lines[0]?.rates;
    expect(rates({})).toEqual([{ origin: 'expense', rate: '10.00', vatIncluded: undefined, markup: undefined }]);
    expect(rates({ rateIncludesVat: true, vatRate: { percentage: '21' }, markup: '10' })).toEqual([{ origin: 'expense', rate: '10.00', vatIncluded: '21', markup: '10' }]);
    expect(only(propose([term()])).lines[0]?.rates).toEqual([{ origin: 'term', originId: 'p1', rate: '1500.00' }]);
  });

  it('0 % VAT in a rate is no VAT in it', () => {
    const rules = { vat: { ...policy().vat, rates: [{ percentage: '0', vatKind: 'domestic-zero' as const }] } };
    expect(only(propose([expense({ rateIncludesVat: true, vatRate: { percentage: '0' } })], rules)).lines[0]).toMatchObject({ amount: '10.00', vatRate: '0' });
  });
});

describe('what is left out, with the reason', () => {
  const cases: readonly [string, BillableItem, ExclusionReason][] = [
    ['already invoiced', time({ status: 'Invoiced' }), 'already-invoiced'],
    ['invoiced on the customer track', time({ clientStatus: 'Invoiced' }), 'already-invoiced'],
    ['invoiced on the internal track', time({ internalStatus: 'Invoiced' }), 'already-invoiced'],
    ['written off', expense({ status: 'WrittenOff' }), 'written-off'],
    ['rejected', mileage({ status: 'Rejected' }), 'rejected'],
    ['still open', time({ status: 'Open' }), 'not-approved'],
    ['waiting for approval', time({ status: 'PendingApproval' }), 'not-approved'],
    ['not billable', time({ billable: false }), 'not-billable'],
    ['no minutes', time({ minutes: 0 }), 'empty'],
    ['no kilometres', mileage({ distance: '0.0' }), 'empty'],
    ['no pieces', expense({ quantity: '0' }), 'empty'],
  ];
  it.each(cases)('%s', (_, item, reason) => {
    const result = propose([item]);
    expect(result.proposals).toEqual([]);
    expect(result.problems).toEqual([]);
    expect(result.excluded).toMatchObject([{ source: { kind: item.kind, id: item.id }, reason }]);
    expect(result.excluded[0]?.message).toMatch(/^[A-Z].*\.$/);
  });

  it('an activity that is not billable in its project, for hours alone', () => {
    const records = { projects: [project({ tasks: [{ id: 'pt1', activityId: 'a1', billable: false }] })] };
    expect(propose([time(), expense()], {}, records)).toMatchObject({
      excluded: [{ reason: 'activity-not-billable' }], proposals: [{ netAmount: '10.00' }],
    });
  });

  it('the own organisation and placeholders', () => {
    expect(propose([time()], {}, { customers: [customer({ internal: true })] }).excluded).toMatchObject([{ reason: 'internal-customer' }]);
    expect(propose([time()], {}, { customers: [customer({ unspecified: true })] }).excluded).toMatchObject([{ reason: 'unspecified-customer' }]);
  });

  it.each([
    ['internal', 'Approved', 'Open', true], ['internal', 'Open', 'Approved', false],
    ['external', 'Open', 'Approved', true], ['external', 'Approved', 'Open', false],
    ['both', 'Approved', 'Approved', true], ['both', 'Approved', 'PendingApproval', false], ['both', 'Open', 'Approved', false],
    ['none', 'Open', 'Open', true],
  ] as const)('approval %s: %s and for the customer %s is invoiceable: %s', (approval, status, clientStatus, billed) => {
    expect(propose([time({ status, clientStatus })], { approval }).proposals.length === 1).toBe(billed);
  });

  it.each([
    ['internal', 'Approved', 'Approved', true], ['internal', 'Open', 'Approved', false], ['internal', 'Approved', 'Open', false],
    ['external', 'Open', 'Approved', true], ['external', 'Approved', 'Open', false],
    ['both', 'Approved', 'Approved', true], ['both', 'Open', 'Approved', false], ['both', 'Approved', 'Open', false],
  ] as const)('approval %s, where the customer track is marked: %s and for the customer %s is invoiceable: %s', (approval, internalStatus, status, billed) => {
    expect(propose([time({ status, internalStatus })], { approval }).proposals.length === 1).toBe(billed);
  });

  it('an entry without a customer track is not approved where the customer must approve', () => {
    expect(propose([time()], { approval: 'external' }).excluded).toMatchObject([{ reason: 'not-approved' }]);
  });
});

describe('records that do not fit together', () => {
  it('unknown customer, project and activity are named, all at once', () => {
    const result = propose([time({ customerId: 'c9' }), time({ id: 't2', projectId: 'p9', activityId: 'a9' })]);
    expect(result.problems.map(({ code, details }) => [code, details['id']])).toEqual([
      ['unknown-activity', 'a9'], ['unknown-customer', 'c9'], ['unknown-project', 'p9'],
    ].sort());
  });

  it('a project of another customer', () => {
    const result = propose([time({ customerId: 'c2' })], {}, { customers: [customer(), customer({ id: 'c2' })] });
    expect(result.problems).toMatchObject([{ code: 'customer-mismatch', details: { customerId: 'c2', projectId: 'p1' } }]);
  });

  it('an id given twice, of an item or of a record', () => {
    const twice = propose([time(), time({ minutes: 40 }), expense({ id: 't1' })]);
    expect(twice.problems).toMatchObject([{ code: 'duplicate', sources: [{ id: 't1' }, { id: 't1' }] }]);
    expect(only(twice)).toMatchObject({ netAmount: '10.00', complete: false });
    expect(propose([time()], {}, { customers: [customer(), customer()] }).problems).toMatchObject([{ code: 'duplicate' }]);
  });

  it.each([['minutes', { minutes: 1.5 }], ['minutes', { minutes: 10_000_001 }], ['minutes', { minutes: Number.NaN }], ['date', { date: '2026-02-29' }], ['date', { date: '2-3-2026' }]])(
    'malformed %s: %o', (_, change) => {
      const result = propose([time(change)]);
      expect(result.proposals).toEqual([]);
      expect(result.problems).toMatchObject([{ code: 'malformed', severity: 'error', sources: [{ kind: 'time', id: 't1' }] }]);
    },
  );

  it('a policy that cannot be read keeps everything back', () => {
    const items = [time(), expense()];
    for (const rules of [{ markup: 'x' }, { maxRoundingDifference: { amount: '1', percent: '' } }, { maxRoundingDifference: { amount: '-', percent: '1' } }]) {
      const result = propose(items, rules);
      expect(result.proposals).toEqual([]);
      expect(result.problems).toMatchObject([{ code: 'malformed', sources: [{ kind: 'expense' }, { kind: 'time' }] }]);
    }
    expect(policy().rounding).toBeUndefined();
  });
});
