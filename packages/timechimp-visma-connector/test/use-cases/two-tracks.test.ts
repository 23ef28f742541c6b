import { type BillingPolicy, proposeInvoices } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { accountId, createWorld, tenantId } from '../support/connected-world.ts';
import { acme, setup } from '../timechimp/setup.ts';

const policy: BillingPolicy = {
  currencyCode: 'EUR',
  vat: { scheme: 'normal', countryCode: 'NL', rates: [{ percentage: '21', vatKind: 'domestic-high' }] },
  articles: { defaults: { time: 'a' } },
};

describe('two tracks of approval, of which one is marked', () => {
  it.each([
    ['Invoiced', 'Approved', ['already-invoiced']],
    ['Rejected', 'Approved', ['rejected']],
    ['Approved', 'Invoiced', ['already-invoiced']],
    ['Approved', 'Open', ['not-approved']],
    ['Open', 'Approved', ['not-approved']],
    ['Approved', 'Approved', []],
  ] as const)('C9: where the client track is marked, %s internally and %s by the client is left out as %j', async (status, clientStatus, reasons) => {
    const data = {
      customers: [{ id: 1, name: 'A' }],
      times: [{ id: 1, date: '2026-03-02', hours: 1, customerId: 1, status, clientStatus }],
    };
    const { source } = setup({ data, options: { statusTrack: 'client' } });
    const items = await source.work.read(acme, [{ kind: 'time', id: '1' }]);
    expect(items).toMatchObject([{ status: clientStatus, content: { status: clientStatus, internalStatus: status } }]);
    const customers = [{ id: '1', name: 'A', countryCode: 'NL', vatRate: { percentage: '21' }, hourlyRate: '95.00' }];
    const { excluded } = proposeInvoices({ items: items.map(({ content }) => content), customers, projects: [], activities: [] }, policy);
    expect(excluded.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('A2: an hour whose approval by the customer is withdrawn between the plan and the claim is stale', async () => {
    const from = createWorld();
    const { items } = from.source.account(accountId);
    for (const [key, item] of items) if (item.kind !== 'term') items.set(key, { ...item, clientStatus: 'Approved' });
    let done = false;
    const fetch: typeof from.fake.fetch = (input, init) => {
      // Customer 502 is created in Visma after everything was planned and before any invoice is claimed.
      if (!done && init?.method === 'POST' && String(input instanceof Request ? input.url : input).endsWith('/customers')) {
        done = true;
        const hour = items.get('time:5');
        if (hour?.kind === 'time') items.set('time:5', { ...hour, clientStatus: 'Rejected' });
      }
      return from.fake.fetch(input, init);
    };
    const world = createWorld({
      reuse: { ...from, fake: { ...from.fake, fetch } },
      settings: (settings) => ({ ...settings, pricing: { approval: 'both' } }),
    });
    await world.connect();
    const report = await world.connector.createInvoices({ tenantId, select: { kinds: ['time', 'term'] } });
    const invoice = report.invoices.find(({ customer }) => customer.sourceId === '502');
    expect(invoice).toMatchObject({ outcome: 'stale', reason: { details: [{ kind: 'time', id: '5', change: 'status on the other track Approved -> Rejected' }] } });
  });

  it('A2: a claim of such hours that a crash left, with nothing changed since, is gone on with in the next run', async () => {
    const world = createWorld();
    await world.connect();
    const { items } = world.source.account(accountId);
    for (const [key, item] of items) if (item.kind !== 'term') items.set(key, { ...item, clientStatus: 'Approved' });
    const select = { customerIds: ['501'], kinds: ['time' as const] };
    // The process dies right after the claim.
    const exports: typeof world.state.exports = {
      ...world.state.exports,
      claim: async (...args) => {
        await world.state.exports.claim(...args);
        throw new Error('killed');
      },
    };
    await expect(world.process({ state: { ...world.state, exports } }).createInvoices({ tenantId, select })).rejects.toThrow('killed');
    world.clock.advance(30 * 60_000);
    const report = await world.connector.createInvoices({ tenantId, select });
    expect(report.invoices).toMatchObject([{ outcome: 'exported', how: 'written' }]);
  });

  it('A2: what the customer approves after the export is no drift, and does not keep the draft from being replaced', async () => {
    const world = createWorld();
    await world.connect();
    const { items } = world.source.account(accountId);
    const { invoices } = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
    for (const [key, item] of items) if (item.kind === 'time') items.set(key, { ...item, clientStatus: 'Approved' });
    expect(await world.connector.drift({ tenantId })).toEqual([]);
    const { customers } = world.source.account(accountId);
    for (const [id, customer] of customers) customers.set(id, { ...customer, hourlyRate: '100.00' });
    const report = await world.connector.replace({ tenantId, keys: invoices.map(({ key }) => key), by: 'sanne', note: 'test' });
    expect(report.drafts).toMatchObject([{ outcome: 'exported' }]);
  });
});
