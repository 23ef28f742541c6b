import type { Invoice } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../src/ports/export-record.ts';
import { agency, invoices } from '../support/agency.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const [sent] = invoices as readonly [Invoice, Invoice];
const day = 86_400_000;

async function bookingWorld(more: readonly Invoice[]): Promise<ConnectedWorld> {
  const world = createWorld({ account: { ...agency, invoices: [...invoices, ...more] } });
  await world.connect();
  const { settings, suggestions } = await world.connector.readSettings({ tenantId });
  const codes = Object.fromEntries(suggestions.flatMap(({ at, value }) => (at.startsWith('vat.codes.') ? [[at.slice('vat.codes.'.length), String(value)]] : [])));
  await world.connector.saveSettings({ tenantId, settings: { ...settings, vat: { ...settings.vat, codes } } });
  return world;
}

describe('the look-up of invoice numbers', () => {
  it('asks for at most 20 at a time: filters of Visma stay below 100 nodes', async () => {
    const many = Array.from({ length: 45 }, (_, index): Invoice => ({ ...sent, id: `many-${index}`, companyInvoiceId: 100 + index }));
    const world = await bookingWorld(many);
    world.fake.requests.clear();
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: many.map(({ id }) => id) });
    expect(report.entries.every(({ outcome }) => outcome === 'exported')).toBe(true);
    const filters = world.fake.requests.all().flatMap(({ query }) => new URLSearchParams(query).get('$filter') ?? []);
    const nodes = filters.map((filter) => (filter.match(/ eq /g)?.length ?? 0) * 3 + (filter.match(/ or /g)?.length ?? 0));
    expect(Math.max(...nodes)).toBe(79);
    // The first goes alone; 44 follow, in three searches.
    expect(world.fake.requests.count('GET /customerinvoices')).toBe(1 + 3);
  });
});

describe('C9: earlier invoices that are compared with a sales entry', () => {
  const double: Invoice = { ...sent, id: '9019', companyInvoiceId: 19, customerId: '503', totalExTax: '2500.00', total: '3025.00', rows: [{ quantity: '1', price: '2500.00', taxPercent: '21' }] };

  async function warned(madeDaysAgo: number): Promise<{ readonly warned: boolean; readonly read: number }> {
    const world = await bookingWorld([double]);
    const { invoices: made } = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] } });
    const scope = (await world.state.connections.load(tenantId))?.scope;
    const [record] = scope ? await world.state.exports.get(scope, [made[0]?.key ?? '']) : [];
    if (!record) throw new Error('no export');
    await world.state.exports.save({ ...record, updatedAt: Date.parse(double.date) - madeDaysAgo * day }, record.version);
    const list = world.state.exports.list.bind(world.state.exports);
    const read: ExportRecord[] = [];
    world.state.exports.list = async (...args) => {
      const page = await list(...args);
      if (args[1].kinds?.includes('invoice') === true) read.push(...page.items);
      return page;
    };
    const { entries } = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9019'], preview: true });
    return { warned: entries[0]?.problems.some(({ code }) => code === 'possible-double') === true, read: read.length };
  }

  it('a year that was invoiced in advance is among them', async () => {
    expect(await warned(395)).toEqual({ warned: true, read: 1 });
  });

  it('what is older is not even read', async () => {
    expect(await warned(500)).toEqual({ warned: false, read: 0 });
  });

  it('none is read where nothing can be booked', async () => {
    const world = await bookingWorld([{ ...double, status: 'Concept' }]);
    let lists = 0;
    const list = world.state.exports.list.bind(world.state.exports);
    world.state.exports.list = (...args) => {
      lists += args[1].kinds?.includes('invoice') === true ? 1 : 0;
      return list(...args);
    };
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9019'], preview: true });
    expect(lists).toBe(0);
  });
});
