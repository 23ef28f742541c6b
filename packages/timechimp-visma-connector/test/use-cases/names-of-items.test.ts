import type { BillableItem, Project } from '@x/billing-core';
import { expect, it, vi } from 'vitest';
import type { SourceCustomer } from '../../src/ports/customer-store.ts';

const calls = vi.hoisted(() => ({ count: 0 }));
vi.mock(import('../../src/ports/item-ref.ts'), async (original) => {
  const module = await original();
  return {
    ...module,
    itemKey: (ref) => {
      calls.count += 1;
      return module.itemKey(ref);
    },
  };
});
const { createWorld, tenantId } = await import('../support/connected-world.ts');

/** How often an item is named for a preview of so many invoices of five hours, per hour. */
async function namedPerHour(invoices: number): Promise<number> {
  const numbers = Array.from({ length: invoices }, (_, index) => String(1001 + index));
  const customers = numbers.map((number): SourceCustomer => ({
    id: `c${number}`, number, name: number, active: true, hourlyRate: '90.00', paymentDays: 30, address: { city: 'Delft', postalCode: '2611 AA', country: 'NL' },
  }));
  const projects = numbers.map((number): Project => ({ id: `p${number}`, customerId: `c${number}`, name: number, invoicing: { method: 'CustomerHourlyRate' } }));
  const items = numbers.flatMap((number) =>
    Array.from({ length: 5 }, (_, index): BillableItem => ({
      kind: 'time', id: `${number}-${index}`, customerId: `c${number}`, projectId: `p${number}`, date: '2026-03-10', minutes: 60, status: 'Approved', userId: '71',
    })),
  );
  const world = createWorld({ account: { customers, projects, items, activities: [], users: [] } });
  await world.connect();
  calls.count = 0;
  const report = await world.connector.createInvoices({ tenantId, select: {}, preview: true });
  expect(report.invoices).toHaveLength(invoices);
  return calls.count / items.length;
}

it('a preview names each item a fixed number of times, however many invoices there are', async () => {
  const few = await namedPerHour(10);
  expect(await namedPerHour(100)).toBeLessThan(few * 1.5);
});
