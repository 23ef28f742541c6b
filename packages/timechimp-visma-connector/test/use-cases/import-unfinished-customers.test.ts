import { describe, expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const minutes = 60_000;
const number = '1025';

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
  world.clock.advance(6 * minutes);
  world.fake.settle();
  return world;
}

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
