import { describe, expect, it } from 'vitest';
import { agency, customers } from '../support/agency.ts';
import { createWorld, stateText, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** Three customers with work and without a number; Visma has 1001 to 1024, and 1026 is in use here. */
async function unnumbered(): Promise<ConnectedWorld> {
  const without = customers.map((each) =>
    ['501', '502', '503'].includes(each.id)
      ? { ...each, number: undefined, address: { street: 'Markt 1', postalCode: '3511 AB', city: 'Utrecht', country: 'NL' } }
      : each,
  );
  const world = createWorld({
    account: { ...agency, customers: [...without, { id: '599', number: '1026', name: 'Al genummerd', active: true }] },
    settings: (settings) => ({ ...settings, customers: { withoutNumber: 'propose', firstNumber: 1001 } }),
  });
  await world.connect();
  return world;
}

const order = { tenantId, select: { customerIds: ['501', '502', '503'] } } as const;
const numbersOf = (report: { readonly newCustomers: readonly { readonly sourceId: string; readonly number: string; readonly outcome: string }[] }) =>
  report.newCustomers.map(({ sourceId, number }) => [sourceId, number]);

describe('B8: proposed customer numbers', () => {
  it('a preview gives each customer a number that is free on both sides, reserves none, and the run uses the same', async () => {
    const world = await unnumbered();
    const before = stateText(world);
    const preview = await world.connector.createInvoices({ ...order, preview: true });
    expect(numbersOf(preview).map(([, number]) => number)).toEqual(['1025', '1027', '1028']);
    expect(numbersOf(await world.connector.createInvoices({ ...order, preview: true }))).toEqual(numbersOf(preview));
    expect(stateText(world)).toBe(before);
    const run = await world.connector.createInvoices(order);
    expect(run.newCustomers.map((each) => each.outcome)).toEqual(['created', 'created', 'created']);
    expect(numbersOf(run)).toEqual(numbersOf(preview));
  });

  it('a number that somebody took in Visma after the preview is passed over', async () => {
    const world = await unnumbered();
    const preview = await world.connector.createInvoices({ ...order, preview: true });
    world.fake.person.editCustomer('1024', { CustomerNumber: '1027' });
    const run = await world.connector.createInvoices(order);
    expect(numbersOf(preview).map(([, number]) => number)).toEqual(['1025', '1027', '1028']);
    expect(numbersOf(run).map(([, number]) => number)).toEqual(['1024', '1025', '1028']);
  });

  it('a number reserved by a run that went no further is kept by its customer', async () => {
    const world = await unnumbered();
    world.fake.faults.add({ on: 'POST /customers', fault: { kind: 'refusal', status: 400, errorCode: 2000, message: 'not now' } });
    const first = await world.connector.createInvoices({ ...order, select: { customerIds: ['502'] } });
    expect(first.newCustomers).toMatchObject([{ sourceId: '502', number: '1025', outcome: 'rejected' }]);
    world.fake.faults.clear();
    const run = await world.connector.createInvoices(order);
    expect(numbersOf(run).sort()).toEqual([['501', '1027'], ['502', '1025'], ['503', '1028']]);
  });
});
