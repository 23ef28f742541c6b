import { describe, expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const minutes = 60_000;
const number = '1025';

/** The creation of a customer without a number of its own was carried out, and its answer came after everybody had gone. */
async function lostAnswer(): Promise<ConnectedWorld> {
  const customers = (agency.customers ?? []).map((each) => (each.id === '502' ? { ...each, number: undefined } : each));
  const world = createWorld({
    account: { ...agency, customers },
    settings: (settings) => ({ ...settings, customers: { withoutNumber: 'propose', firstNumber: 1001 } }),
  });
  await world.connect();
  world.fake.faults.next('POST /customers', { kind: 'late-commit', afterMs: 5 * minutes, seen: 'reset' });
  const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
  expect(report.newCustomers).toMatchObject([{ number, outcome: 'in-doubt' }]);
  expect(world.source.account(accountId).customers.get('502')?.number).toBeUndefined();
  world.clock.advance(6 * minutes);
  world.fake.settle();
  return world;
}

async function isLinked(world: ConnectedWorld): Promise<void> {
  const created = world.fake.books.customers.filter((customer) => customer.CustomerNumber === number);
  expect(created).toHaveLength(1);
  expect(world.source.account(accountId).customers.get('502')?.number).toBe(number);
  const scope = (await world.state.connections.load(tenantId))?.scope ?? null;
  if (!scope) throw new Error('not connected');
  expect(await world.state.links.customerLinks(scope, ['502'])).toEqual([{ sourceCustomerId: '502', vismaCustomerId: created[0]?.Id }]);
}

describe('B8: a customer whose creation was finished later', () => {
  it('is linked by reconcile, and its number written back', async () => {
    const world = await lostAnswer();
    const report = await world.connector.reconcile({ tenantId });
    expect(report.outcomes).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
    await isLinked(world);
  });

  it("is linked on the operator's word, and its number written back", async () => {
    const world = await lostAnswer();
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['customer'] });
    const outcome = await world.connector.settle({ tenantId, key: exports[0]?.key ?? '', as: 'recheck', by: 'olga', note: 'it is there' });
    expect(outcome.outcome).toBe('exported');
    await isLinked(world);
  });

  it('is created once: the next run invoices the one that is there', async () => {
    const world = await lostAnswer();
    await world.connector.reconcile({ tenantId });
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    expect(report.newCustomers).toEqual([]);
    expect(report.invoices.map((each) => each.outcome)).toEqual(['exported']);
    await isLinked(world);
  });
});

describe('B8: a finished customer that cannot be read from the time-tracking side', () => {
  /** Reading customer 502 fails as it is told to; all others can be read. */
  function unreadable(world: ConnectedWorld, failure: Error): () => void {
    const { customers } = world.source;
    const get = customers.get.bind(customers);
    customers.get = (account, ids, signal) => (ids.includes('502') ? Promise.reject(failure) : get(account, ids, signal));
    return () => {
      customers.get = get;
    };
  }
  const drift = Object.assign(new Error('customer 502 does not look as expected'), { delivery: 'answered' });
  const outage = new Error('connection reset');

  it.each([drift, outage])('ends no reconcile: it is linked and reported, and its number written as soon as it can be read (%s)', async (failure) => {
    const world = await lostAnswer();
    const readable = unreadable(world, failure);
    expect((await world.connector.reconcile({ tenantId })).outcomes).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
    expect(world.events).toContainEqual(expect.objectContaining({ type: 'warning', code: 'number-not-written' }));
    readable();
    await world.connector.reconcile({ tenantId });
    await isLinked(world);
  });

  it("ends no settling either: the operator's word is kept", async () => {
    const world = await lostAnswer();
    const readable = unreadable(world, outage);
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['customer'] });
    expect(await world.connector.settle({ tenantId, key: exports[0]?.key ?? '', as: 'recheck', by: 'olga', note: 'it is there' })).toMatchObject({ outcome: 'exported' });
    readable();
    await world.connector.reconcile({ tenantId });
    await isLinked(world);
  });
});

describe('B8, E: an import knows the numbers that are reserved for customers here', () => {
  it('and makes no second customer of one whose creation is not finished', async () => {
    const world = await lostAnswer();
    const report = await world.connector.importCustomers({ tenantId, mode: 'full' });
    expect(report.customers.filter((each) => each.number === number).map((each) => each.outcome)).not.toContain('created');
    await world.connector.reconcile({ tenantId });
    const carriers = [...world.source.account(accountId).customers.values()].filter((each) => each.number === number);
    expect(carriers.map((each) => each.id)).toEqual(['502']);
  });
});
