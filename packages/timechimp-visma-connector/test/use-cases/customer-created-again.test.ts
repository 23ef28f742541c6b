import { describe, expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

async function created(number?: string): Promise<ConnectedWorld> {
  const customers = (agency.customers ?? []).map((each) => (each.id === '502' ? { ...each, number } : each));
  const world = createWorld({
    account: { ...agency, customers },
    settings: (settings) => ({ ...settings, customers: { withoutNumber: 'propose', firstNumber: 5000 } }),
  });
  await world.connect();
  const first = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
  expect(first.newCustomers.map((each) => each.outcome)).toEqual(['created']);
  expect(first.invoices.map((each) => each.outcome)).toEqual(['exported']);
  await world.connector.undo({ tenantId, keys: first.invoices.map((each) => each.key), by: 'anna', note: 'test customer' });
  return world;
}

describe('B7, B8: a customer of ours that a person deleted in Visma', () => {
  it.each([['own number', '7002'], ['proposed number', undefined]] as const)('is created again after its link was taken away, as the remedy says: %s', async (_, number) => {
    const world = await created(number);
    const id = world.fake.books.customers.find((each) => each.CustomerNumber === (number ?? '5000'))?.Id ?? '';
    world.fake.person.deleteCustomer(id);
    const broken = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    expect(broken.problems.map((each) => each.code)).toContain('customer-link-broken');
    await world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: null });
    const again = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    expect(again.newCustomers.map((each) => [each.outcome, each.message])).toEqual([['created', undefined]]);
    expect(again.invoices.map((each) => each.outcome)).toEqual(['exported']);
  });

  it('whose number was changed here after the link was taken away', async () => {
    const world = await created('7002');
    const id = world.fake.books.customers.find((each) => each.CustomerNumber === '7002')?.Id ?? '';
    world.fake.person.deleteCustomer(id);
    await world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: null });
    const { customers } = world.source.account('tc-4711');
    customers.set('502', { ...customers.get('502')!, number: '7003' });
    const again = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    expect(again.newCustomers.map((each) => [each.outcome, each.message])).toEqual([['created', undefined]]);
  });
});
