import * as fc from 'fast-check';
import type { BillableItem } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';
import { invoices } from '../support/agency.ts';

async function connectedWorld(): Promise<ConnectedWorld> {
  const world = createWorld();
  await world.connect();
  const { settings, suggestions } = await world.connector.readSettings({ tenantId });
  const codes = Object.fromEntries(suggestions.flatMap(({ at, value }) => (at.startsWith('vat.codes.') ? [[at.slice('vat.codes.'.length), String(value)]] : [])));
  await world.connector.saveSettings({ tenantId, settings: { ...settings, vat: { ...settings.vat, codes } } });
  return world;
}

function edit(world: ConnectedWorld, key: string, change: Partial<BillableItem>): void {
  const { items } = world.source.account(accountId);
  const item = items.get(key);
  if (item) items.set(key, { ...item, ...change } as BillableItem);
}

const preview = (world: ConnectedWorld) => world.connector.createInvoices({ tenantId, select: {}, preview: true });
const run = (world: ConnectedWorld, expected: Awaited<ReturnType<typeof preview>>['expect']) =>
  world.connector.createInvoices({ tenantId, select: {}, expect: structuredClone(expected) });

describe('what the person saw is what is written', () => {
  it('writes what the preview showed, customers created on the way included', async () => {
    const world = await connectedWorld();
    const shown = await preview(world);
    expect(shown.expect.map(({ key }) => key)).toEqual(shown.invoices.map(({ key }) => key));
    const report = await run(world, JSON.parse(JSON.stringify(shown.expect)) as typeof shown.expect);
    expect(report.invoices.map(({ outcome }) => outcome)).toEqual(['exported', 'exported', 'exported', 'exported']);
    expect(report.problems.filter(({ code }) => code === 'preview-outdated')).toEqual([]);
    expect(shown.expect[0]?.figures).toMatchObject({ customer: '1001 Molenaar & Zn. Houtbewerking B.V.', finish: 'draft', InvoiceDate: '2026-04-01', TotalAmount: '1172.14' });
  });

  it('an invoice whose figures changed is stale, with both of them, and no other one is touched', async () => {
    const world = await connectedWorld();
    const shown = await preview(world);
    edit(world, 'time:2', { minutes: 480 });
    const report = await run(world, shown.expect);
    expect(report.invoices.map(({ customer, outcome }) => [customer.number, outcome])).toEqual([['1001', 'stale'], ['2001', 'exported'], ['1003', 'exported'], ['1004', 'exported']]);
    const [stale] = report.invoices;
    expect(stale?.reason).toMatchObject({ code: 'preview-outdated' });
    expect(stale?.differences).toEqual(expect.arrayContaining([{ field: 'TotalAmount', expected: '1172.14', actual: stale?.totalAmount }]));
    expect(stale?.differences.some(({ field }) => field.startsWith('Rows['))).toBe(true);
    expect(world.fake.books.drafts).toHaveLength(3);
    expect(world.source.account(accountId).items.get('time:2')).toMatchObject({ status: 'Approved' });
  });

  it('an invoice with other items is stale and compared with the one that it stands for; the preview of a customer to be created creates nobody', async () => {
    const world = await connectedWorld();
    const shown = await preview(world);
    const { items } = world.source.account(accountId);
    items.set('time:99', { ...items.get('time:5'), id: '99', minutes: 60 } as BillableItem);
    const report = await run(world, shown.expect);
    expect(report.invoices.map(({ customer, outcome }) => [customer.number, outcome])).toEqual([['1001', 'exported'], ['2001', 'stale'], ['1003', 'exported'], ['1004', 'exported']]);
    expect(report.invoices[1]?.reason).toMatchObject({ code: 'not-previewed' });
    expect(report.invoices[1]?.differences).toContainEqual({ field: 'TotalAmount', expected: '206.27', actual: report.invoices[1]?.totalAmount });
    expect(report.newCustomers).toEqual([]);
    const sources = [{ kind: 'time', id: '5' }, { kind: 'mileage', id: '2' }];
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'preview-outdated', at: shown.expect[1]?.key, sources }));
  });

  it('settings, the day, the finish and a customer renamed in Visma count too; with nothing expected nothing is written', async () => {
    const changes: Readonly<Record<string, (world: ConnectedWorld) => unknown>> = {
      settings: async (world) => {
        const { settings } = await world.connector.readSettings({ tenantId });
        await world.connector.saveSettings({ tenantId, settings: { ...settings, invoices: { ...settings.invoices, finish: 'final' } } });
      },
      day: (world) => { world.clock.advance(86_400_000); },
      customer: (world) => { world.fake.person.editCustomer('1001', { Name: 'Molenaar Holding B.V.' }); },
    };
    for (const [what, change] of Object.entries(changes)) {
      const world = await connectedWorld();
      const shown = await preview(world);
      await change(world);
      const report = await run(world, shown.expect);
      expect(report.invoices[0], what).toMatchObject({ outcome: 'stale', reason: { code: 'preview-outdated' } });
      expect(report.invoices[0]?.differences.length, what).toBeGreaterThan(0);
    }
    const world = await connectedWorld();
    const report = await run(world, []);
    expect(report.invoices.map(({ outcome }) => outcome)).toEqual(['stale', 'stale', 'stale', 'stale']);
    expect([report.newCustomers, world.fake.books.drafts]).toEqual([[], []]);
  });

  it('a preview with an expectation tells what changed since', async () => {
    const world = await connectedWorld();
    const shown = await preview(world);
    edit(world, 'expense:2', { rate: '30.00' });
    const again = await world.connector.createInvoices({ tenantId, select: {}, preview: true, expect: shown.expect });
    expect(again.invoices.map(({ outcome }) => outcome)).toEqual(['stale', 'planned', 'planned', 'planned']);
  });

  it('a sales entry that changed is stale with its rows, the others are booked', async () => {
    const [sent] = invoices;
    const world = await connectedWorld();
    world.source.account(accountId).invoices.set('9019', { ...sent!, id: '9019', companyInvoiceId: 19 });
    const request = { tenantId, invoiceIds: ['9017', '9019'] };
    const shown = await world.connector.createSalesEntries({ ...request, preview: true });
    expect(shown.expect.map(({ key }) => key)).toEqual(shown.entries.map(({ key }) => key));
    const all = await world.connector.createSalesEntries({ ...request, expect: shown.expect.slice(0, 1) });
    expect(all.entries.map(({ outcome }) => outcome)).toEqual(['exported', 'stale']);
    world.source.account(accountId).invoices.set('9019', { ...sent!, id: '9019', companyInvoiceId: 19, dueDate: '2026-05-01' });
    const report = await world.connector.createSalesEntries({ ...request, expect: shown.expect });
    expect(report.entries[1]).toMatchObject({ outcome: 'stale', reason: { code: 'preview-outdated' } });
    expect(report.entries[1]?.differences).toContainEqual({ field: 'DueDate', expected: '2026-04-03', actual: '2026-05-01' });
    expect(world.fake.books.ledgerItems).toHaveLength(1);
  });

  it('for any edits in between: every draft in the books is one that was shown, to the cent', async () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('minutes' as const), key: fc.constantFrom('time:1', 'time:2', 'time:3', 'time:5'), minutes: fc.constantFrom(20, 50, 100, 465) }),
      fc.record({ kind: fc.constant('remove' as const), key: fc.constantFrom('time:1', 'expense:1', 'mileage:2') }),
      fc.record({ kind: fc.constant('approve' as const), key: fc.constant('time:4') }),
      fc.record({ kind: fc.constant('rate' as const), key: fc.constantFrom('expense:1', 'expense:2'), rate: fc.constantFrom('24.95', '48.40', '50.00') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
        const world = await connectedWorld();
        const shown = await preview(world);
        for (const { kind, key, ...values } of changes) {
          if (kind === 'remove') world.source.account(accountId).items.delete(key);
          else edit(world, key, kind === 'approve' ? ({ status: 'Approved' }) : (values));
        }
        const report = await run(world, shown.expect);
        const totals = new Map(shown.invoices.map(({ key, totalAmount }) => [key, totalAmount]));
        const written = report.invoices.filter(({ outcome }) => outcome === 'exported');
        expect(world.fake.books.drafts.map(({ TotalAmount }) => TotalAmount.toFixed(2)).toSorted()).toEqual(written.map(({ key }) => totals.get(key)).toSorted());
        expect(report.invoices.every(({ outcome }) => outcome === 'exported' || outcome === 'stale')).toBe(true);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 15) },
    );
  });
});
