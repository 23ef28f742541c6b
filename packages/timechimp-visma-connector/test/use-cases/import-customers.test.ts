import { describe, expect, it } from 'vitest';
import { agency, customers } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

const hour = 3_600_000;

async function connectedWorld(options: WorldOptions = {}): Promise<ConnectedWorld> {
  const world = createWorld(options);
  await world.connect();
  world.fake.requests.clear();
  return world;
}

function outcomes(report: { readonly customers: readonly { readonly outcome: string }[] }): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of report.customers) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe('importCustomers', () => {
  it('matches on the number: new, changed, unchanged, without a number, inactive and unknown', async () => {
    const world = await connectedWorld();
    const report = await world.connector.importCustomers({ tenantId });
    expect(outcomes(report)).toEqual({ created: 20, updated: 1, unchanged: 2, 'no-number': 1, skipped: 1 });
    expect(report).toMatchObject({ mode: 'full', fullBecause: 'nothing was imported before' });
    expect(world.source.account(accountId).customers.get('503')?.address).toEqual({ street: 'Plein 40', postalCode: '3521 XC', city: 'Utrecht', country: 'NL' });
  });

  it('E: never overwrites what only TimeChimp has, and blanks nothing that Visma leaves empty', async () => {
    const world = await connectedWorld({
      account: { ...agency, customers: customers.map((each) => (each.id === '503' ? { ...each, phone: '030-1', website: 'https://wijken.example', hourlyRate: '88.00' } : each)) },
    });
    await world.connector.importCustomers({ tenantId });
    expect(world.source.account(accountId).customers.get('503')).toMatchObject({ phone: '030-1', website: 'https://wijken.example', hourlyRate: '88.00', address: { city: 'Utrecht', street: 'Plein 40' } });
  });

  it('a preview tells the same and writes nothing; the next run is still a first one', async () => {
    const world = await connectedWorld();
    const before = JSON.stringify([...world.source.account(accountId).customers]);
    const preview = await world.connector.importCustomers({ tenantId, preview: true });
    expect(outcomes(preview)).toEqual({ created: 20, updated: 1, unchanged: 2, 'no-number': 1, skipped: 1 });
    expect(JSON.stringify([...world.source.account(accountId).customers])).toBe(before);
    expect((await world.connector.importCustomers({ tenantId })).mode).toBe('full');
  });

  it('E: reads only what changed since the last run, and nothing twice', async () => {
    const world = await connectedWorld();
    await world.connector.importCustomers({ tenantId });
    world.clock.advance(hour);
    expect(await world.connector.importCustomers({ tenantId })).toMatchObject({ mode: 'changed', customers: [] });
    world.fake.person.editCustomer('1005', { InvoiceCity: 'Almere' });
    world.clock.advance(hour);
    const report = await world.connector.importCustomers({ tenantId });
    expect(report.customers).toMatchObject([{ number: '1005', outcome: 'updated' }]);
  });

  it('E: a refused filter is tried once, answered by a full scan and remembered', async () => {
    const world = await connectedWorld({ fake: { filters: { '/customers': { ChangedUtc: 'refused' } } } });
    await world.connector.importCustomers({ tenantId });
    world.clock.advance(hour);
    world.fake.requests.clear();
    expect(await world.connector.importCustomers({ tenantId })).toMatchObject({ mode: 'full', fullBecause: 'Visma refuses the filter on the time of change' });
    expect(world.fake.requests.all().filter((request) => request.query.includes('ChangedUtc'))).toHaveLength(1);
    world.fake.requests.clear();
    expect(await world.connector.importCustomers({ tenantId })).toMatchObject({ mode: 'full', fullBecause: 'Visma cannot filter customers by their time of change' });
    expect(world.fake.requests.all().some((request) => request.query.includes('ChangedUtc'))).toBe(false);
  });

  it('E: a filter that is ignored is recognised, and nobody is missed', async () => {
    const world = await connectedWorld({ fake: { filters: { '/customers': { ChangedUtc: 'ignored' } } } });
    await world.connector.importCustomers({ tenantId });
    world.clock.advance(hour);
    const report = await world.connector.importCustomers({ tenantId });
    expect(report).toMatchObject({ mode: 'full', fullBecause: 'Visma ignores the filter on the time of change' });
    expect(report.customers).toHaveLength(25);
  });

  it('E: once a week everything is read, and what vanished is named', async () => {
    const world = await connectedWorld();
    const invoiced = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    await world.connector.undo({ tenantId, keys: invoiced.invoices.map((each) => each.key), by: 'sanne', note: 'test' });
    await world.connector.importCustomers({ tenantId });
    world.fake.person.deleteCustomer('2001');
    world.clock.advance(7 * 24 * hour);
    const report = await world.connector.importCustomers({ tenantId });
    expect(report).toMatchObject({ mode: 'full', fullBecause: 'the last full import is a week ago' });
    expect(report.vanished).toMatchObject([{ sourceId: '502' }]);
  });

  it('E: an inactive customer of Visma becomes inactive here only by the setting', async () => {
    const following = await connectedWorld();
    following.fake.person.editCustomer('1001', { IsActive: false });
    await following.connector.importCustomers({ tenantId });
    expect(following.source.account(accountId).customers.get('501')?.active).toBe(false);
    const keeping = await connectedWorld({ settings: (settings) => ({ ...settings, import: { followInactive: false } }) });
    keeping.fake.person.editCustomer('1001', { IsActive: false });
    await keeping.connector.importCustomers({ tenantId });
    expect(keeping.source.account(accountId).customers.get('501')?.active).toBe(true);
  });

  it('B8: an explicit link wins over the number, and two customers with one number are a conflict', async () => {
    const world = await connectedWorld({
      account: { ...agency, customers: [...customers, { id: '599', number: '1004', name: 'Van Rossum (oud)', active: true }] },
    });
    const report = await world.connector.importCustomers({ tenantId });
    expect(report.customers.find((each) => each.number === '1004')).toMatchObject({ outcome: 'conflict' });
    expect(report.customers.find((each) => each.number === '1004')?.message).toContain('Van Rossum (oud)');
  });

  it('B8: a customer that is linked to one of Visma is not overwritten by another of Visma that has its number', async () => {
    const world = await connectedWorld();
    await world.connector.importCustomers({ tenantId });
    await world.connector.linkCustomer({ tenantId, customerId: '501', vismaCustomer: '1005' });
    world.clock.advance(hour);
    world.fake.person.editCustomer('1001', { Name: 'Ganz Anders GmbH', InvoiceCity: 'Bremen', InvoiceCountryCode: 'DE', VatNumber: 'DE000000001' });
    world.clock.advance(hour);
    const before = world.source.account(accountId).customers.get('501');
    const report = await world.connector.importCustomers({ tenantId });
    expect(world.source.account(accountId).customers.get('501')).toEqual(before);
    expect(report.customers).toMatchObject([{ number: '1001', outcome: 'conflict' }]);
    expect(report.customers[0]?.message).toContain('linked to another customer of Visma');
  });

  it('B8: a linked customer is reported once, as the one that it is linked to', async () => {
    const world = await connectedWorld();
    await world.connector.linkCustomer({ tenantId, customerId: '501', vismaCustomer: '1005' });
    const report = await world.connector.importCustomers({ tenantId });
    expect(report.customers.filter(({ sourceId }) => sourceId === '501').map(({ number }) => number)).toEqual(['1005']);
  });

  it('B8: customers here without a number are listed, with the customer of the same name in Visma', async () => {
    const world = await connectedWorld({
      account: { ...agency, customers: [...customers, { id: '598', name: 'Hotel aan de Brink', active: true }] },
    });
    const report = await world.connector.importCustomers({ tenantId });
    expect(report.withoutNumber).toEqual([{ sourceId: '598', name: 'Hotel aan de Brink', suggestion: '1019' }]);
  });

  it('repeating an import changes nothing', async () => {
    const world = await connectedWorld();
    await world.connector.importCustomers({ tenantId, mode: 'full' });
    const after = JSON.stringify([...world.source.account(accountId).customers]);
    const again = await world.connector.importCustomers({ tenantId, mode: 'full' });
    expect(outcomes(again)).toEqual({ unchanged: 23, 'no-number': 1, skipped: 1 });
    expect(JSON.stringify([...world.source.account(accountId).customers])).toBe(after);
  });
});
