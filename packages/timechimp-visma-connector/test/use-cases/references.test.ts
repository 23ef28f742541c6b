import type { BillableItem, Project } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { createWorld, tenantId } from '../support/connected-world.ts';

const hour = { kind: 'time', customerId: '501', status: 'Approved', userId: '71', date: '2026-03-10', minutes: 60 } as const;
const projectOf = (id: string, reference: string): Project => ({ id, customerId: '501', name: `Project ${id}`, invoicing: { method: 'CustomerHourlyRate', reference } });

/** YourReference of the draft for these hours, which are of projects with these references. */
async function referenceOn(references: Readonly<Record<string, string>>, items: readonly BillableItem[]): Promise<unknown> {
  const projects = Object.entries(references).map(([id, reference]) => projectOf(id, reference));
  const world = createWorld({ account: { ...agency, items, projects } });
  await world.connect();
  const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] } });
  expect(report.invoices).toMatchObject([{ outcome: 'exported' }]);
  return world.fake.books.drafts[0]?.['YourReference'] ?? '';
}

describe('invoices.yourReference: the reference of the projects, where they all have the same one', () => {
  const mixed: readonly BillableItem[] = [
    { ...hour, id: '1', projectId: '101', activityId: '11' },
    { ...hour, id: '2', projectId: '105', activityId: '11' },
    { ...hour, id: '3', projectId: '101', activityId: '12' },
  ];

  it.each([
    ['none, of two order numbers, also where one line stands for both projects', { 101: 'INK-118', 105: 'INK-999' }, ''],
    ['none, where one project has no order number', { 101: 'INK-118', 105: '' }, ''],
    ['the one that both projects have', { 101: 'INK-118', 105: 'INK-118' }, 'INK-118'],
  ] as const)('%s', async (_what, references, reference) => {
    expect(await referenceOn(references, mixed)).toBe(reference);
  });

  it('at most 100 units, never half a character', async () => {
    const items = mixed.slice(0, 1);
    expect(await referenceOn({ 101: `${'x'.repeat(98)}\u{1f600}y` }, items)).toBe(`${'x'.repeat(98)}\u{1f600}`);
    expect(await referenceOn({ 101: `${'x'.repeat(99)}\u{1f600}` }, items)).toBe('x'.repeat(99));
  });
});
