import type { BillableItem, Project } from '@x/billing-core';
import { describe, expect, it, vi } from 'vitest';
import type { SourceCustomer } from '../../src/ports/customer-store.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** `k` customers that Visma has, `m` hours each. */
function manyHours(k: number, m: number) {
  const ids = Array.from({ length: k }, (_, index) => String(1001 + index));
  const customers = ids.map((number): SourceCustomer => ({ id: `c${number}`, number, name: number, active: true, hourlyRate: '90.00', paymentDays: 30, address: { city: 'x', postalCode: 'x', country: 'NL' } }));
  const projects = ids.map((number): Project => ({ id: `p${number}`, customerId: `c${number}`, name: number, invoicing: { method: 'CustomerHourlyRate' } }));
  const items = ids.flatMap((number) =>
    Array.from({ length: m }, (_, index): BillableItem => ({ kind: 'time', id: `${number}-${index}`, customerId: `c${number}`, projectId: `p${number}`, date: '2026-03-10', minutes: 60, status: 'Approved', userId: '71' })),
  );
  return { customers, projects, items, activities: [], users: [] };
}

/** Domestic customers of the example company whose invoices need no care. */
const plain = ['1001', '1002', '1003', '1004', '1005', '1006'];

async function invoice(k: number, m: number, finish: 'draft' | 'final' = 'draft', pageSize = 1000): Promise<ConnectedWorld> {
  const world = createWorld({ account: manyHours(k, m), pageSize });
  await world.connect();
  world.fake.requests.clear();
  const report = await world.connector.createInvoices({ tenantId, select: {}, finish, invoiceDate: '2026-03-31' });
  expect(report.invoices.map((each) => each.outcome)).toEqual(Array.from({ length: k }, () => 'exported'));
  return world;
}

function total(world: ConnectedWorld): number {
  return world.fake.requests.count();
}

describe('calls to import n customers', () => {
  it('are ceil(n / page size) + 1', async () => {
    for (const [pageSize, pages] of [[1000, 1], [10, 3], [5, 5]] as const) {
      const world = createWorld({ pageSize });
      await world.connect();
      world.fake.requests.clear();
      await world.connector.importCustomers({ tenantId });
      expect(world.fake.requests.count('GET /customers')).toBe(pages);
      expect(total(world)).toBe(pages + 1);
    }
  });

  it('are one when nothing changed since the last time', async () => {
    const world = createWorld();
    await world.connect();
    await world.connector.importCustomers({ tenantId });
    world.clock.advance(1_800_000);
    world.fake.requests.clear();
    await world.connector.importCustomers({ tenantId });
    expect(total(world)).toBe(1);
  });
});

describe('calls to invoice k customers', () => {
  // Company, fiscal years, articles, codings, units, terms, countries; customers; drafts and invoices looked up.
  const reading = 7 + 1 + 2;

  it('are k writes, the pages of master data and the pages of the look-up: none per known customer', async () => {
    for (const k of [1, 3, plain.length]) {
      expect(total(await invoice(k, 1))).toBe(reading + k);
    }
  });

  it('none per entry', async () => {
    expect(total(await invoice(2, 200))).toBe(reading + 2);
  });

  it('2 k writes where drafts are converted', async () => {
    expect(total(await invoice(3, 2, 'final'))).toBe(reading + 6);
  });
});

describe('calls to book k sales entries', () => {
  it('are k writes, master data, look-ups before and after in bulk, and two for the canary', async () => {
    const calls = async (k: number): Promise<Record<string, number>> => {
      const { customers, projects } = manyHours(k, 0);
      const world = createWorld({
        account: {
          customers,
          projects,
          invoices: customers.map(({ id, number }, index) => ({
            id: `i${number ?? ''}`, companyInvoicePrefix: '2026-', companyInvoiceId: index + 1, customerId: id, status: 'Open' as const,
            date: '2026-03-20', dueDate: '2026-04-03', currencyCode: 'EUR', credit: false, totalExTax: '100.00', total: '121.00',
            rows: [{ quantity: '1', price: '100.00', taxPercent: '21' }],
          })),
        },
      });
      await world.connect();
      const { settings, suggestions } = await world.connector.readSettings({ tenantId });
      const high = suggestions.find(({ at }) => at === 'vat.codes.domestic-high');
      await world.connector.saveSettings({ tenantId, settings: { ...settings, vat: { ...settings.vat, codes: { 'domestic-high': String(high?.value) } } } });
      world.fake.requests.clear();
      const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: customers.map(({ number }) => `i${number ?? ''}`) });
      expect(report.entries.map((each) => each.outcome)).toEqual(customers.map(() => 'exported'));
      return world.fake.requests.counts();
    };
    const one = await calls(1);
    const six = await calls(6);
    const write = 'POST /customerledgeritems/customerledgeritemswithvoucher';
    // Looked up in bulk, for the canary and for the rest; after each booking, which nothing can take back, once more.
    expect(one).toMatchObject({ [write]: 1, 'GET /customerledgeritems': 2, 'GET /customerinvoices': 1 });
    expect(six).toMatchObject({ [write]: 6, 'GET /customerledgeritems': 8, 'GET /customerinvoices': 2 });
    for (const counts of [one, six]) {
      expect(counts).toMatchObject({ 'GET /vouchers/{fiscalyearId}/{voucherId}': 1, 'GET /customers': 1, 'GET /companysettings': 1 });
      expect(Object.keys(counts)).toHaveLength(14);
    }
  });
});

describe('calls to replace k drafts', () => {
  async function replaced(k: number, preview: boolean) {
    const world = await invoice(k, 3);
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
    const { customers } = world.source.account(accountId);
    for (const [id, customer] of customers) customers.set(id, { ...customer, hourlyRate: '100.00' });
    world.fake.requests.clear();
    const { work, customers: store, activities } = world.source;
    const reads = [vi.spyOn(work, 'projects'), vi.spyOn(work, 'users'), vi.spyOn(store, 'get'), vi.spyOn(activities, 'page')];
    const keys = exports.map(({ key }) => key);
    const { drafts } = await world.connector.replace({ tenantId, keys, by: 'sanne', note: 'price', preview, invoiceDate: '2026-03-31' });
    expect(drafts.map(({ outcome }) => outcome)).toEqual(keys.map(() => (preview ? 'planned' : 'exported')));
    return { counts: world.fake.requests.counts(), reads: reads.map(({ mock }) => mock.calls.length) };
  }

  it.each([true, false])('read master data, customers and the lists of the source once, whatever k is (preview: %s)', async (preview) => {
    const [one, six] = [await replaced(1, preview), await replaced(6, preview)];
    for (const list of ['/companysettings', '/fiscalyears', '/articles', '/articleaccountcodings', '/units', '/termsofpayments', '/countries', '/customers']) {
      expect([list, six.counts[`GET ${list}`]]).toEqual([list, 1]);
    }
    expect(six.reads).toEqual(one.reads);
  });

  it('look the drafts up once in a preview, and read each of them', async () => {
    const [one, six] = [await replaced(1, true), await replaced(6, true)];
    for (const list of ['GET /customerinvoicedrafts', 'GET /customerinvoices']) {
      expect([list, six.counts[list]]).toEqual([list, one.counts[list]]);
    }
    expect(six.counts['GET /customerinvoicedrafts/{invoiceDraftId}']).toBe(6);
  });
});
