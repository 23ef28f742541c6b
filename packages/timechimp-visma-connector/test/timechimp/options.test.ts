import { describe, expect, it } from 'vitest';
import type { FakeTimeChimpData } from '@x/timechimp-visma-connector/timechimp/testing';
import { acme, hours, setup } from './setup.ts';

const time = (id: number) => ({ kind: 'time' as const, id: String(id) });
const mark = (world: ReturnType<typeof setup>, ref = time(101), expected: 'Approved' | 'Open' = 'Approved') =>
  world.source.work.setStatus(acme, { items: [{ ref, expected }], to: 'Invoiced', startBefore: Infinity });

describe('how TimeChimp is asked', () => {
  it.each([['2.0', '2.0'], ['2.1', '2.1'], [false, null]] as const)('apiVersion %s', async (apiVersion, sent) => {
    const seen: (string | null)[] = [];
    const world = setup({
      options: { apiVersion },
      settings: {
        fetch: (_input, init) => {
          seen.push(new Headers(init.headers).get('api-version'));
          return Promise.resolve(Response.json({ result: [], count: 0 }));
        },
      },
    });
    await world.source.customers.page(acme, { limit: 1 });
    expect(seen).toEqual([sent]);
  });

  it.each(['/mileages', '/mileage'] as const)('mileagePath %s', async (mileagePath) => {
    const world = setup({ options: { mileagePath }, behaviour: { mileagePath } });
    expect(await mark(world, { kind: 'mileage', id: '301' } as never, 'Open')).toMatchObject([{ outcome: 'set' }]);
    expect(world.fake.requests.map(({ operation }) => operation)).toContain(`PUT ${mileagePath}/status`);
  });

  it.each([['v2', 'PUT /times/status'], ['v1', 'POST /v1/time/changestatusintern']] as const)('statusVia %s', async (statusVia, operation) => {
    const world = setup({ options: { statusVia } });
    expect(await mark(world)).toMatchObject([{ outcome: 'set', status: 'Invoiced' }]);
    expect(world.fake.requests[1]?.operation).toBe(operation);
  });

  it('statusVia v1 needs a key of API v1', async () => {
    await expect(mark(setup({ options: { statusVia: 'v1' }, v1: false }))).rejects.toMatchObject({ code: 'v1-key-missing', delivery: 'not-sent' });
  });

  it.each(['changestatusintern', 'changestatusinternal'] as const)('v1StatusPath %s', async (v1StatusPath) => {
    const world = setup({ options: { statusVia: 'v1', v1StatusPath }, behaviour: { v1StatusPath } });
    expect(await mark(world)).toMatchObject([{ outcome: 'set' }]);
    expect(world.fake.requests[1]).toMatchObject({ operation: `POST /v1/time/${v1StatusPath}`, body: { registrationIds: [101], status: 3 } });
  });

  it('a wrong spelling of v1 is an error, and nothing was changed', async () => {
    const world = setup({ options: { statusVia: 'v1' }, behaviour: { v1StatusPath: 'changestatusinternal' } });
    await expect(mark(world)).rejects.toMatchObject({ code: 'not-found', delivery: 'answered' });
    expect(world.fake.books.times.get(101)?.status).toBe('Approved');
  });

  it.each([['v2', 'PUT /times/clientStatus'], ['v1', 'POST /v1/time/changestatusextern']] as const)('statusTrack client, statusVia %s', async (statusVia, operation) => {
    const world = setup({ options: { statusTrack: 'client', statusVia } });
    const [item] = await world.source.work.read(acme, [time(101)]);
    expect(item).toMatchObject({ status: 'Open', content: { status: 'Open' } });
    expect(await mark(world, time(101), 'Open')).toMatchObject([{ outcome: 'set' }]);
    expect(world.fake.requests.map((each) => each.operation)).toContain(operation);
    expect(world.fake.books.times.get(101)).toMatchObject({ status: 'Approved', clientStatus: 'Invoiced' });
    const { items } = await world.source.work.page(acme, { kinds: ['time'], statuses: ['Invoiced'], limit: 10 });
    expect(items.map(({ ref }) => ref.id)).toEqual(['101']);
  });

  it.each([['always', 3, 'refused'], ['after-failure', 2, 'set']] as const)('confirmStatus %s: %d requests, a change that was accepted and not carried out is "%s"', async (confirmStatus, requests, outcome) => {
    const world = setup({ options: { confirmStatus } });
    expect(await mark(world)).toMatchObject([{ outcome: 'set' }]);
    expect(world.fake.requests).toHaveLength(requests);
    const other = setup({ options: { confirmStatus }, data: { customers: [{ id: 1, name: 'A' }], times: hours(2, 1) } });
    other.fake.faults.next('PUT /times/status', { kind: 'half-applied', then: 'ok' });
    const items = [1, 2].map((id) => ({ ref: time(id), expected: 'Open' as const }));
    const results = await other.source.work.setStatus(acme, { items, to: 'Invoiced', startBefore: Infinity });
    expect(results.map((each) => each.outcome)).toEqual(['set', outcome]);
  });

  const many: FakeTimeChimpData = { customers: [{ id: 1, name: 'A' }], times: hours(60, 1) };
  const forty = hours(40, 1).map(({ id }) => time(id));

  it.each([['in', 1], ['or', 3], ['range', 1], ['single', 40]] as const)('idLookup %s: 40 entries in %d requests', async (idLookup, requests) => {
    const world = setup({ data: many, options: { idLookup } });
    expect(await world.source.work.read(acme, forty)).toHaveLength(40);
    expect(world.fake.requests).toHaveLength(requests);
  });

  it.each([
    [{ refusedInFilter: ['in'] }, 1 + 3, 3], [{ refusedInFilter: ['in', 'or'] }, 2 + 1, 1], [{ refusedInFilter: ['in', 'or', 'ge'] }, 3 + 40, 40], [{ ignoresFilter: true }, 3 + 40, 40], [{ maxTop: 20 }, 1 + 3, 3],
  ])('idLookup is learned: %j costs %d requests at first, then %d', async (behaviour, first, later) => {
    const world = setup({ data: many, behaviour });
    expect(await world.source.work.read(acme, forty)).toHaveLength(40);
    expect(world.fake.requests).toHaveLength(first);
    expect(await world.source.work.read(acme, forty)).toHaveLength(40);
    expect(world.fake.requests).toHaveLength(first + later);
  });

  it('idLookup range: ids that lie far apart are read one by one when that is less', async () => {
    const world = setup({ data: { customers: [{ id: 1, name: 'A' }], times: hours(2500, 1) }, options: { idLookup: 'range' } });
    expect((await world.source.work.read(acme, [time(1), time(2500)])).map(({ ref }) => ref.id)).toEqual(['1', '2500']);
    expect(world.fake.requests).toHaveLength(3);
    expect(await world.source.work.read(acme, [time(1), time(2), time(2500)])).toHaveLength(3);
    expect(world.fake.requests).toHaveLength(6);
  });

  it.each([['request', "status eq 'Approved'"], ['here', 'undefined']] as const)('statusFilter %s', async (statusFilter, filter) => {
    const world = setup({ options: { statusFilter } });
    const { items } = await world.source.work.page(acme, { kinds: ['time'], statuses: ['Approved'], limit: 10 });
    expect(items.map(({ ref }) => ref.id)).toEqual(['101', '102']);
    expect(world.fake.requests[0]?.query.includes(`$filter=${filter}`)).toBe(statusFilter === 'request');
  });

  it('statusFilter: refused by TimeChimp, it is done here from then on', async () => {
    const world = setup({ behaviour: { refusedInFilter: ['status'] } });
    for (let each = 0; each < 2; each += 1) {
      const { items } = await world.source.work.page(acme, { kinds: ['time'], statuses: ['Approved'], limit: 10 });
      expect(items.map(({ ref }) => ref.id)).toEqual(['101', '102']);
    }
    expect(world.fake.requests).toHaveLength(3);
  });

  it.each([['here', ['101', '102']], ['request', ['101']]] as const)('customerFilter %s, where an entry of a project does not name the customer', async (customerFilter, ids) => {
    const world = setup({ options: { customerFilter }, behaviour: { customerOnEntries: false } });
    const { items } = await world.source.work.page(acme, { kinds: ['time'], customerIds: ['1'], limit: 10 });
    expect(items.map(({ ref }) => ref.id)).toEqual(ids);
  });

  it.each([['scan', ['2']], ['filter', []]] as const)('numberLookup %s, where the number has spaces around it', async (numberLookup, ids) => {
    const world = setup({ options: { numberLookup } });
    expect((await world.source.customers.findByNumber(acme, '000102')).map(({ id }) => id)).toEqual(ids);
    expect((await world.source.customers.findByNumber(acme, "0'1"))).toEqual([]);
    expect((await world.source.customers.findByNumber(acme, '000101')).map(({ id }) => id)).toEqual(['1']);
  });

  it.each([['', null], ['vatRate,product', 'vatRate,product']] as const)('expenseExpand "%s"', async (expenseExpand, sent) => {
    const world = setup({ options: { expenseExpand } });
    await world.source.work.page(acme, { kinds: ['expense'], limit: 10 });
    expect(new URLSearchParams(world.fake.requests[0]?.query).get('$expand')).toBe(sent);
  });

  it.each([['none', 1], ['test', 2]] as const)('patchGuard %s: a patch of %d operations', async (patchGuard, operations) => {
    const world = setup({ options: { patchGuard } });
    expect(await world.source.activities.setArticle(acme, '12', 'A', null)).toBe('set');
    expect(world.fake.requests.at(-1)?.body).toHaveLength(operations);
  });
});

describe('how answers are read', () => {
  it.each([['flag', ['1', '2', '3', '4']], ['omit', ['1', '2']]] as const)('internalCustomers %s', async (internalCustomers, ids) => {
    const { source } = setup({ options: { internalCustomers } });
    const { items } = await source.customers.page(acme, { limit: 10 });
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(items.filter(({ internal, unspecified }) => internal === true || unspecified === true)).toHaveLength(ids.length - 2);
  });

  it.each([['round', [20], 'hours-rounded'], ['refuse', [], 'hours-do-not-fit']] as const)('hours %s: 0.33 hours', async (option, minutes, code) => {
    const { source } = setup({ options: { hours: option }, data: { customers: [{ id: 1, name: 'A' }], times: [{ id: 1, date: '2026-03-02', hours: 0.33, customerId: 1 }] } });
    const items = await source.work.read(acme, [time(1)]);
    expect(items.map(({ content }) => (content.kind === 'time' ? content.minutes : undefined))).toEqual(minutes);
    expect(source.problems(acme)).toMatchObject([{ code, record: 'time:1' }]);
  });

  it.each([['fifteen-digits', '0.3'], ['as-sent', '0.30000000000000004']] as const)('numbers %s', async (numbers, rate) => {
    const { source } = setup({ options: { numbers }, data: { customers: [{ id: 1, name: 'A', hourlyRate: 0.1 + 0.2 }] } });
    expect((await source.customers.get(acme, ['1']))[0]?.hourlyRate).toBe(rate);
  });

  it.each([['zero', '0'], ['absent', undefined]] as const)('zeroRates %s', async (zeroRates, rate) => {
    const { source } = setup({ options: { zeroRates }, data: { customers: [{ id: 1, name: 'A', hourlyRate: 0 }] } });
    expect((await source.customers.get(acme, ['1']))[0]?.hourlyRate).toBe(rate);
  });

  it.each([['without-vat', undefined], ['with-vat', true]] as const)('expenseRates %s', async (expenseRates, includes) => {
    const { source } = setup({ options: { expenseRates } });
    const [item] = await source.work.read(acme, [{ kind: 'expense', id: '201' }]);
    expect((item?.content as { readonly rateIncludesVat?: boolean }).rateIncludesVat).toBe(includes);
  });

  it.each([[{}, { id: '1' }], [{ 1: '21' }, { id: '1', percentage: '21' }]])('vatPercentages %j, where an answer names only the id', async (vatPercentages, vatRate) => {
    const { source } = setup({ options: { vatPercentages }, behaviour: { vatPercentages: false } });
    const [item] = await source.work.read(acme, [{ kind: 'expense', id: '201' }]);
    expect((item?.content as { readonly vatRate?: unknown }).vatRate).toEqual(vatRate);
  });

  it.each([['contracts', true], ['none', false]] as const)('userRates %s', async (userRates, known) => {
    const { source, fake } = setup({ options: { userRates } });
    const { items } = await source.work.users(acme, { limit: 10 });
    expect(items[0]?.hourlyRate !== undefined).toBe(known);
    expect(fake.requests[0]?.query.includes('$expand=contracts')).toBe(known);
  });

  it.each([['withhold', undefined], ['propose', '2500']] as const)('fixedPricesWithoutV1 %s: reported either way', async (fixedPricesWithoutV1, fixedRate) => {
    const { source } = setup({ options: { fixedPricesWithoutV1 }, v1: false });
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[1]?.invoicing.fixedRate).toBe(fixedRate);
    expect(source.problems(acme).map(({ code }) => code)).toContain('instalments-unknown');
  });

  it.each([['quantity', '2', '150.5'], ['price', undefined, '2']] as const)('subscriptionAmount %s', async (subscriptionAmount, quantity, price) => {
    const { source } = setup({ options: { subscriptionAmount } });
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[2]?.invoicing.subscription).toMatchObject({ price });
    expect(items[2]?.invoicing.subscription?.quantity).toBe(quantity);
  });

  it.each([['v1', 'GET /v1/invoices'], ['v2', 'GET /invoices']] as const)('invoicesFrom %s', async (invoicesFrom, operation) => {
    const { source, fake } = setup({ options: { invoicesFrom }, behaviour: { invoicesInV2: true } });
    expect((await source.invoices.page(acme, { limit: 10 })).items).toHaveLength(3);
    expect((await source.invoices.get(acme, ['403']))[0]?.total).toBe('121');
    expect(fake.requests.map((each) => each.operation)).toEqual([operation, `${operation}/403`]);
  });

  it.each([['without-exchange-rate', '110', '100'], ['plain', '121', '110']] as const)('foreignTotals %s', async (foreignTotals, total, totalExTax) => {
    const { source, fake } = setup({ options: { foreignTotals } });
    const invoice = fake.books.invoices.get(401);
    fake.books.invoices.set(401, { ...invoice, currency: 'USD', exchangeRate: 1.1, total: 121, totalExTax: 110, totalWithoutExchangeRate: 110, totalExTaxWithoutExchangeRate: 100 } as never);
    expect(await source.invoices.get(acme, ['401'])).toMatchObject([{ total, totalExTax, currencyCode: 'USD' }]);
    expect(await source.invoices.get(acme, ['402'])).toMatchObject([{ total: '60.5' }]);
  });

  it.each([['as-sent', '121', '1'], ['positive', '121', '1'], ['negative', '-121', '-1']] as const)('creditSign %s', async (creditSign, total, quantity) => {
    const { source } = setup({ options: { creditSign } });
    expect(await source.invoices.get(acme, ['403'])).toMatchObject([{ credit: true, total, rows: [{ quantity, price: '100' }] }]);
    expect(await source.invoices.get(acme, ['401'])).toMatchObject([{ credit: false, total: '121', rows: [{ quantity: '1' }] }]);
  });
});
