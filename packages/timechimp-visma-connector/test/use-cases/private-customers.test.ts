import { describe, expect, it } from 'vitest';
import { createWorld, accountId, tenantId } from '../support/connected-world.ts';

const shared = { customerId: '501', projectId: '101', date: '2026-03-20', status: 'Approved' } as const;

describe('B5: a private customer with several lines', () => {
  it.each(['draft', 'final'] as const)('gets the sum of the rows with VAT (%s): a warning beforehand, and nothing is held afterwards', async (finish) => {
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
    const select = { refs: (['time', 'expense', 'mileage'] as const).map((kind) => ({ kind, id: '50' })) };
    const preview = await world.connector.createInvoices({ tenantId, select, finish, preview: true });
    const figures = { netAmount: '45.21', vatAmount: '9.50', totalAmount: '54.71', proposal: { totalAmount: '54.70' } };
    expect(preview.invoices[0]).toMatchObject({ outcome: 'planned', ...figures, problems: [{ code: 'private-total', severity: 'warning' }] });
    const report = await world.connector.createInvoices({ tenantId, select, finish, expect: preview.expect });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', ...figures, differences: [] });
    const [document] = finish === 'draft' ? world.fake.books.drafts : world.fake.books.invoices;
    expect(document).toMatchObject({ IncludesVat: true, TotalAmount: 54.71, TotalVatAmount: 9.5 });
  });
});
