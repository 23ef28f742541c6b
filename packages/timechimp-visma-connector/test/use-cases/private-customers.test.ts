import { describe, expect, it } from 'vitest';
import { createWorld, accountId, tenantId } from '../support/connected-world.ts';

/** A private customer whose prices Visma reads with VAT, with three awkward items in March. */
async function privateWorld() {
  const world = createWorld();
  await world.connect();
  const { settings } = await world.connector.readSettings({ tenantId });
  await world.connector.saveSettings({ tenantId, settings: { ...settings, pricing: { ...settings.pricing, rounding: 'exact' } } });
  world.fake.person.changeSettings({ ShowPricesExclVatPC: true });
  world.fake.person.editCustomer('1001', { IsPrivatePerson: true });
  const { items, customers } = world.source.account(accountId);
  customers.set('501', { ...customers.get('501')!, hourlyRate: '95.00', mileageRate: '0.23' });
  items.set('time:50', { kind: 'time', id: '50', ...shared, minutes: 20, activityId: '11', userId: '71' });
  items.set('expense:50', { kind: 'expense', id: '50', ...shared, quantity: '1', rate: '5.03', vatRate: { percentage: '21' } });
  items.set('mileage:50', { kind: 'mileage', id: '50', ...shared, distance: '37', type: 'Business' });
  return { world, select: { refs: (['time', 'expense', 'mileage'] as const).map((kind) => ({ kind, id: '50' })) } };
}

/** 31.67, 5.03 and 8.51 with 21 %: 38.32 + 6.09 + 10.30 = 54.71, in which 9.50 are VAT; the proposal has 54.70 with 9.49. */
const printed = {
  netAmount: '45.21', vat: [{ vatKind: 'domestic-high', rate: '21', base: '45.21', amount: '9.50' }], vatAmount: '9.50', totalAmount: '54.71',
  linesWithVat: [{ amount: '38.32' }, { amount: '6.09' }, { amount: '10.30' }],
};

const shared = { customerId: '501', projectId: '101', date: '2026-03-20', status: 'Approved' } as const;

describe('B5: a private customer with several lines', () => {
  it.each(['draft', 'final'] as const)('gets the sum of the rows with VAT (%s): a warning beforehand, and nothing is held afterwards', async (finish) => {
    const { world, select } = await privateWorld();
    const preview = await world.connector.createInvoices({ tenantId, select, finish, preview: true });
    const figures = { ...printed, proposal: { totalAmount: '54.70' } };
    expect(preview.invoices[0]).toMatchObject({ outcome: 'planned', ...figures, problems: [{ code: 'private-total', severity: 'warning' }] });
    const report = await world.connector.createInvoices({ tenantId, select, finish, expect: preview.expect });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', ...figures, differences: [] });
    const [document] = finish === 'draft' ? world.fake.books.drafts : world.fake.books.invoices;
    expect(document).toMatchObject({ IncludesVat: true, TotalAmount: 54.71, TotalVatAmount: 9.5 });
  });

  it('sees the VAT per rate and the total in the unbilled items as the invoice will print them', async () => {
    const { world } = await privateWorld();
    const { items } = world.source.account(accountId);
    for (const key of items.keys()) if (!key.endsWith(':50')) items.delete(key);
    const select = { customerIds: ['501'], kinds: ['time', 'expense', 'mileage'] } as const;
    const { customers } = await world.connector.unbilledItems({ tenantId, select });
    const { invoices } = await world.connector.createInvoices({ tenantId, select });
    expect(customers).toMatchObject([{ customerId: '501', ...printed, proposal: { totalAmount: '54.70' }, coveredHours: [] }]);
    expect(invoices).toMatchObject([{ outcome: 'exported', ...printed }]);
    expect(world.fake.books.drafts).toMatchObject([{ TotalAmount: 54.71, TotalVatAmount: 9.5 }]);
  });

  it('that Visma does not have yet is private where the settings say so, in the unbilled items too', async () => {
    const { world } = await privateWorld();
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, customers: { ...settings.customers, privatePersons: ['502'] } } });
    const { items, customers } = world.source.account(accountId);
    customers.set('502', { ...customers.get('502')!, hourlyRate: '95.00', mileageRate: '0.23' });
    for (const key of ['time:50', 'expense:50', 'mileage:50']) items.set(key, { ...items.get(key)!, customerId: '502', projectId: '102' });
    for (const key of items.keys()) if (!key.endsWith(':50')) items.delete(key);
    const select = { customerIds: ['502'], kinds: ['expense', 'mileage'] } as const;
    const { customers: unbilled } = await world.connector.unbilledItems({ tenantId, select });
    const preview = await world.connector.createInvoices({ tenantId, select, preview: true });
    const [{ linesWithVat, totalAmount } = { linesWithVat: null, totalAmount: '' }] = unbilled;
    expect(linesWithVat).toHaveLength(2);
    expect(preview.invoices).toMatchObject([{ customer: { isNew: true }, totalAmount, linesWithVat }]);
  });
});
