import type { FakeBehaviour, FakeTimeChimpData } from '@x/timechimp-visma-connector/timechimp/testing';
import { createFakeVisma } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import { createConnector } from '../../src/connector.ts';
import { createMemoryState } from '../../src/memory/index.ts';
import { createSecretBox } from '../../src/secrets/secret-box.ts';
import { completeSettings, consent, tenantId } from '../support/connected-world.ts';
import { acme, setup } from './setup.ts';

/** Two customers, of whom Visma knows 1001; hours, an expense, a trip, a subscription; a sent and an unsent invoice. */
const data = {
  vatRates: [{ id: 1, name: 'BTW hoog', percentage: 21 }],
  customers: [
    {
      id: 501, name: 'Molenaar & Zn. Houtbewerking B.V.', relationId: '1001', hourlyRate: 95, mileageRate: 0.23, paymentPeriod: 30, vatNumber: 'NL000001001B01',
      address: { address: 'Zaagmolenpad 12', postalCode: '1506 AB', city: 'Zaandam', country: 'NL' }, vatRate: { id: 1 },
    },
    {
      id: 502, name: 'Atelier Noordzij', relationId: '2001', paymentPeriod: 14, vatRate: { id: 1 },
      address: { address: 'Havenkade 5', postalCode: '1781 AA', city: 'Den Helder', country: 'Nederland' },
    },
  ],
  tasks: [{ id: 11, name: 'Ontwikkeling' }],
  users: [{ id: 71, displayName: 'Sanne' }],
  projects: [
    { id: 101, name: 'Webwinkel', customerId: 501, method: 'CustomerHourlyRate', tasks: [{ id: 1011, taskId: 11 }] },
    { id: 104, name: 'Onderhoud', customerId: 502, method: 'Subscription', subscription: { frequency: 2, startDate: '2026-04-01', description: 'Onderhoud', amount: 1, rate: 149 } },
  ],
  times: [
    { id: 1, date: '2026-03-05', hours: 0.3333333333333333, projectId: 101, taskId: 11, userId: 71, status: 'Approved' },
    { id: 2, date: '2026-03-06', hours: 7.75, projectId: 101, taskId: 11, userId: 71, status: 'Approved' },
  ],
  expenses: [{ id: 1, date: '2026-03-09', projectId: 101, rate: 40, quantity: 2, status: 'Approved', vatRate: { id: 1 } }],
  mileages: [{ id: 1, date: '2026-03-05', projectId: 101, distance: 86, status: 'Approved' }],
  invoices: [
    {
      id: 9017, companyInvoicePrefix: '2026-', companyInvoiceId: 17, customerId: 501, status: 2 as const, date: '2026-03-20', dueDate: '2026-04-03',
      total: 1149.5, totalExTax: 950, invoiceRows: [{ description: 'Training', quantity: 10, price: 95, tax: 21 }],
    },
    { id: 9018, companyInvoicePrefix: '2026-', companyInvoiceId: 18, customerId: 501, status: 1 as const, date: '2026-03-21', dueDate: '2026-04-04', total: 121, totalExTax: 100, invoiceRows: [{ quantity: 1, price: 100, tax: 21 }] },
  ],
};

/** A connected tenant with complete settings, on a fake of either side. */
async function connected(behaviour: FakeBehaviour = {}, records: FakeTimeChimpData = data) {
  const { fake: timechimp, source, clock } = setup({ data: records, behaviour });
  const visma = createFakeVisma({ clock });
  const { clientId, clientSecret } = visma.client;
  const connector = createConnector({
    state: createMemoryState(),
    source,
    visma: { clientId, clientSecret, redirectUri: 'http://localhost:44300/callback', fetch: visma.fetch },
    clock,
    secretBox: createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
  });
  const { url } = await connector.connect({ tenantId, sourceAccountId: acme });
  await connector.completeConnect({ tenantId, callbackUrl: await consent(visma, url) });
  const { suggestions } = await connector.saveSettings({ tenantId, settings: completeSettings(visma) });
  const high = suggestions.find(({ at }) => at === 'vat.codes.domestic-high');
  await connector.saveSettings({ tenantId, settings: { ...completeSettings(visma), vat: { codes: { 'domestic-high': String(high?.value) } } } });
  return { timechimp, visma, connector };
}

describe('the connector on TimeChimp', () => {
  it('invoices hours, expenses, trips and a subscription, books a sent invoice, and doubles nothing', { timeout: 60_000 }, async () => {
    const { timechimp, visma, connector } = await connected({ customerOnEntries: false });
    const first = await connector.createInvoices({ tenantId, select: { until: '2026-04-30' } });
    expect(first.invoices.map(({ customer, outcome, netAmount }) => [customer.number, outcome, netAmount])).toEqual([
      // 8.08 hours x 95.00 + 2 x 40.00 + 86 km x 0.23
      ['1001', 'exported', '867.38'],
      ['2001', 'exported', '149.00'],
    ]);
    expect([...timechimp.books.times.values(), ...timechimp.books.expenses.values(), ...timechimp.books.mileages.values()].map(({ status }) => status)).toEqual(['Invoiced', 'Invoiced', 'Invoiced', 'Invoiced']);

    const again = await connector.createInvoices({ tenantId, select: { until: '2026-04-30' } });
    expect(again.invoices).toEqual([]);
    expect(visma.books.drafts).toHaveLength(2);

    const entries = await connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9018'] });
    expect(entries.entries.map(({ invoiceId, outcome }) => [invoiceId, outcome])).toEqual([['9017', 'exported'], ['9018', 'refused']]);
    expect((await connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] })).entries[0]?.outcome).toBe('already-exported');
    expect(visma.books.ledgerItems).toHaveLength(1);
    expect(timechimp.rateLimited).toBe(0);
  });

  it('links an activity to an article: the code of the task, and imports customers from Visma once', { timeout: 60_000 }, async () => {
    const { timechimp, visma, connector } = await connected();
    await connector.linkActivity({ tenantId, activityId: '11', article: 'UREN-H' });
    expect(timechimp.books.tasks.get(11)?.code).toBe(visma.books.articles.find(({ Number: number }) => number === 'UREN-H')?.Id);

    await connector.importCustomers({ tenantId });
    const imported = timechimp.books.customers.size;
    expect(imported).toBeGreaterThan(20);
    expect(timechimp.books.customers.get(501)).toMatchObject({ relationId: '1001', hourlyRate: 95, mileageRate: 0.23 });
    await connector.importCustomers({ tenantId });
    expect(timechimp.books.customers.size).toBe(imported);
    expect(timechimp.rateLimited).toBe(0);
  });

  it('shows what TimeChimp holds and cannot be billed as it is: in previews, reports, events and refusals', { timeout: 60_000 }, async () => {
    const { connector, timechimp } = await connected({}, {
      ...data,
      times: [
        ...data.times,
        { id: 3, date: '2026-03-07', hours: 0.123, projectId: 101, taskId: 11, userId: 71, status: 'Approved' },
        { id: 4, date: '2026-03-08T10:00:00+02:00', hours: 1, projectId: 101, taskId: 11, userId: 71, status: 'Approved' },
      ],
    });
    const seen = (problems: readonly { code: string; at: string; severity: string }[]) =>
      problems.filter(({ code }) => code.startsWith('source-')).map(({ code, at, severity }) => `${severity} ${code} ${at}`);
    const both = ['warning source-hours-rounded time:3', 'warning source-date-unclear time:4'];
    const preview = await connector.createInvoices({ tenantId, select: {}, preview: true });
    expect(seen(preview.problems).sort()).toEqual([...both].sort());
    expect(preview.problems.find(({ at }) => at === 'time:4')).toMatchObject({ message: expect.stringContaining('left out') as string, sources: [{ kind: 'time', id: '4' }] });
    expect(seen((await connector.unbilledItems({ tenantId })).problems)).toHaveLength(2);
    // Nothing that an earlier run met is shown to one that does not meet it.
    expect(seen((await connector.createInvoices({ tenantId, select: { refs: [{ kind: 'time', id: '1' }] }, preview: true })).problems)).toEqual([]);
    await expect(connector.createInvoices({ tenantId, select: { refs: [{ kind: 'time', id: '4' }] } })).rejects.toMatchObject({
      code: 'items-unknown',
      message: expect.stringContaining('is not a plain day') as string,
      problems: [{ code: 'source-date-unclear' }, { code: 'item-unknown' }],
    });
    expect((await connector.importCustomers({ tenantId, preview: true })).problems).toEqual([]);
    timechimp.books.times.delete(4);
    expect(seen((await connector.createInvoices({ tenantId, select: {} })).problems)).toEqual(both.slice(0, 1));
  });
});
