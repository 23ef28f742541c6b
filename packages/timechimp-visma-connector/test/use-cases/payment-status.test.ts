import { describe, expect, it } from 'vitest';
import { createWorld, stateText, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

async function connectedWorld(options: WorldOptions = {}): Promise<ConnectedWorld> {
  const world = createWorld(options);
  await world.connect();
  return world;
}

async function invoiceOf503(world: ConnectedWorld, finish: 'draft' | 'final' = 'final'): Promise<void> {
  const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] }, finish });
  expect(report.invoices.map((each) => each.outcome)).toEqual(['exported']);
}

async function noteOf503(world: ConnectedWorld) {
  const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
  return exports[0]?.payment;
}

const minute = 60_000;
const day = 24 * 60 * minute;

describe('paymentStatus', () => {
  it("E: reads on from Visma's own time: a clock that is ten minutes fast loses no payment", async () => {
    const from = createWorld();
    const clock = { ...from.clock, now: () => from.clock.now() + 10 * minute };
    const world = await connectedWorld({ reuse: { ...from, clock } });
    await invoiceOf503(world);
    await world.connector.paymentStatus({ tenantId });
    from.clock.advance(minute);
    from.fake.person.payInvoice(from.fake.books.invoices[0]?.Id ?? '');
    from.clock.advance(day);
    await world.connector.paymentStatus({ tenantId });
    expect(await noteOf503(world)).toMatchObject({ status: 'paid', remaining: '0.00' });
  });

  it('an unpaid invoice becomes overdue as time passes, although nothing changed in Visma', async () => {
    const world = await connectedWorld();
    await invoiceOf503(world);
    await world.connector.paymentStatus({ tenantId });
    expect(await noteOf503(world)).toMatchObject({ status: 'unpaid', remaining: '3025.00' });
    world.clock.advance(40 * day);
    const preview = await world.connector.paymentStatus({ tenantId, preview: true });
    expect(preview.items).toMatchObject([{ changed: true, payment: { status: 'overdue' } }]);
    expect(await noteOf503(world)).toMatchObject({ status: 'unpaid' });
    await world.connector.paymentStatus({ tenantId });
    expect(await noteOf503(world)).toMatchObject({ status: 'overdue', remaining: '3025.00' });
    expect((await world.connector.paymentStatus({ tenantId })).items).toEqual([]);
  });

  it('a note is kept although another worker changed the export at the same moment', async () => {
    const world = await connectedWorld();
    await invoiceOf503(world);
    const { exports } = world.state;
    const save = exports.save.bind(exports);
    exports.save = async (record, version) => {
      exports.save = save;
      await save({ ...record, payment: null, reason: { code: 'other', message: 'another worker' } }, version);
      return save(record, version);
    };
    await world.connector.paymentStatus({ tenantId });
    expect(await noteOf503(world)).toMatchObject({ status: 'unpaid' });
    const [record] = (await world.connector.exportLog({ tenantId, kinds: ['invoice'] })).exports;
    expect(record?.reason?.code).toBe('other');
  });

  it('a note that could not be kept is read again by the next run: the watermark waits', async () => {
    const world = await connectedWorld();
    await invoiceOf503(world);
    await world.connector.paymentStatus({ tenantId });
    world.clock.advance(10 * minute);
    world.fake.person.payInvoice(world.fake.books.invoices[0]?.Id ?? '');
    const { exports } = world.state;
    const save = exports.save.bind(exports);
    exports.save = async (record) => ({ outcome: 'changed', current: (await exports.get(record.scope, [record.key]))[0] ?? null });
    await world.connector.paymentStatus({ tenantId });
    exports.save = save;
    expect(await noteOf503(world)).toMatchObject({ status: 'unpaid' });
    world.clock.advance(day);
    await world.connector.paymentStatus({ tenantId });
    expect(await noteOf503(world)).toMatchObject({ status: 'paid', remaining: '0.00' });
  });

  it('a payment is seen although it was made before reconcile found the invoice of a draft', async () => {
    const world = await connectedWorld();
    await invoiceOf503(world, 'draft');
    world.fake.person.payInvoice(world.fake.person.convertDraft(world.fake.books.drafts[0]?.Id ?? '').Id);
    world.clock.advance(10 * minute);
    expect((await world.connector.paymentStatus({ tenantId })).items).toEqual([]);
    world.clock.advance(10 * minute);
    await world.connector.reconcile({ tenantId });
    await world.connector.paymentStatus({ tenantId });
    expect(await noteOf503(world)).toMatchObject({ status: 'paid' });
  });

  it('two calls a run while every document has a note', async () => {
    const world = await connectedWorld();
    await invoiceOf503(world);
    await world.connector.paymentStatus({ tenantId });
    world.clock.advance(day);
    world.fake.requests.clear();
    await world.connector.paymentStatus({ tenantId });
    expect(world.fake.requests.all().filter(({ method }) => method === 'GET').map(({ path }) => path).sort()).toEqual(['/customerinvoices', '/customerledgeritems']);
  });
});

describe('a preview writes nothing, not even what it learned about a filter', () => {
  it('paymentStatus, where Visma refuses to filter by time of change', async () => {
    const world = await connectedWorld({ fake: { filters: { '/customerinvoices': { ModifiedUtc: 'refused' }, '/customerledgeritems': { ModifiedUtc: 'refused' } } } });
    await invoiceOf503(world);
    await world.connector.paymentStatus({ tenantId });
    world.clock.advance(10 * minute);
    const before = stateText(world);
    expect(before).toContain('payments/watermark');
    await world.connector.paymentStatus({ tenantId, preview: true });
    expect(stateText(world)).toBe(before);
    await world.connector.paymentStatus({ tenantId });
    expect(stateText(world)).toContain('filter/customerInvoices.ModifiedUtc');
  });

  it('importCustomers, where Visma refuses or ignores the filter', async () => {
    for (const ChangedUtc of ['refused', 'ignored'] as const) {
      const world = await connectedWorld({ fake: { filters: { '/customers': { ChangedUtc } } } });
      await world.connector.importCustomers({ tenantId });
      world.clock.advance(30 * minute);
      const before = stateText(world);
      expect(await world.connector.importCustomers({ tenantId, preview: true })).toMatchObject({ mode: 'full', preview: true });
      expect(stateText(world)).toBe(before);
      await world.connector.importCustomers({ tenantId });
      expect(stateText(world)).toContain('filter/customers.ChangedUtc');
    }
  });
});
