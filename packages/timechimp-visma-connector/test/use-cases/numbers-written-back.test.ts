import { describe, expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** Customer 502 has no number; TimeChimp fails once when its number is written back. */
async function failingOnce(): Promise<ConnectedWorld> {
  const customers = (agency.customers ?? []).map((each) => (each.id === '502' ? { ...each, number: undefined } : each));
  const from = createWorld({ account: { ...agency, customers } });
  const store = from.source.customers;
  let failures = 1;
  const setNumber: typeof store.setNumber = (...given) =>
    failures-- > 0 ? Promise.reject(Object.assign(new Error('connection reset'), { delivery: 'unknown' })) : store.setNumber(...given);
  const source = { ...from.source, customers: { ...store, setNumber } };
  const world = createWorld({ reuse: { ...from, source }, settings: (settings) => ({ ...settings, customers: { withoutNumber: 'propose', firstNumber: 5000 } }) });
  await world.connect();
  return world;
}

describe('B8: the number is written back as a repeatable step', () => {
  it('a failure of it does not end the run after the customer was created', async () => {
    const world = await failingOnce();
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501', '502'] } });
    expect(report.invoices.map(({ outcome }) => outcome)).toEqual(['exported', 'exported']);
  });

  it('it is repeated by the next run or by reconcile', async () => {
    const world = await failingOnce();
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } }).catch(() => undefined);
    world.clock.advance(3_600_000);
    await world.connector.reconcile({ tenantId });
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    expect(world.source.account(accountId).customers.get('502')?.number).toBe('5000');
  });

  it('one customer that cannot be read keeps no number of another one from being written', async () => {
    const customers = (agency.customers ?? []).map((each) => (['501', '502'].includes(each.id) ? { ...each, number: undefined } : each));
    const world = createWorld({ account: { ...agency, customers }, settings: (settings) => ({ ...settings, customers: { withoutNumber: 'propose', firstNumber: 5000 } }) });
    await world.connect();
    const store = world.source.customers;
    const [setNumber, get] = [store.setNumber.bind(store), store.get.bind(store)];
    store.setNumber = () => Promise.reject(new Error('connection reset'));
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['501', '502'] } });
    store.setNumber = setNumber;
    store.get = (account, ids, signal) =>
      ids.includes('501') ? Promise.reject(Object.assign(new Error('customer 501 does not look as expected'), { delivery: 'answered' })) : get(account, ids, signal);
    await world.connector.reconcile({ tenantId });
    expect(world.source.account(accountId).customers.get('502')?.number).toBe('5001');
    expect(world.events.filter((event) => event.type === 'warning' && event.code === 'number-not-written')).toHaveLength(1);
  });

  it('a reconcile that is aborted, or stopped at another company, writes no number', async () => {
    const world = await failingOnce();
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    const number = (): string | undefined => world.source.account(accountId).customers.get('502')?.number;
    const abort = new AbortController();
    abort.abort();
    await world.connector.reconcile({ tenantId, signal: abort.signal }).catch(() => undefined);
    expect(number()).toBeUndefined();
    world.clock.advance(61_000);
    world.fake.person.changeSettings({ CompanyIdentifier: 'another' });
    expect((await world.connector.reconcile({ tenantId })).stopped).toMatchObject({ code: 'company-switched' });
    expect(number()).toBeUndefined();
    world.fake.person.changeSettings({ CompanyIdentifier: 'kadewijk-advies-nl' });
    await world.connector.reconcile({ tenantId });
    expect(number()).toBe('5000');
  });
});

it('bounded reads: reconcile reads no customers from the ledger that were created long ago', async () => {
  const world = await failingOnce();
  await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
  const { exports } = world.state;
  const list = exports.list.bind(exports);
  const read: string[] = [];
  exports.list = async (...args) => {
    const page = await list(...args);
    read.push(...page.items.filter(({ kind, state }) => kind === 'customer' && state === 'exported').map(({ key }) => key));
    return page;
  };
  await world.connector.reconcile({ tenantId });
  expect(read).toHaveLength(1);
  world.clock.advance(30 * 24 * 3_600_000);
  await world.connector.reconcile({ tenantId });
  expect(read).toHaveLength(1);
});
