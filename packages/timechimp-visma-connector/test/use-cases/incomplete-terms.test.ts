import { describe, expect, it } from 'vitest';
import { accountId, createWorld, tenantId } from '../support/connected-world.ts';

describe('D4, D2: a term that is kept out by an error makes its customer incomplete', () => {
  it.each(['select', 'refs'] as const)('%s', async (how) => {
    const world = createWorld();
    await world.connect();
    await world.connector.takeOver({ tenantId, refs: [{ kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' }], by: 'anna', note: 'by hand' });
    const account = world.source.account(accountId);
    const project = account.projects.get('104')!;
    account.projects.set('104', { ...project, invoicing: { ...project.invoicing, subscription: { ...project.invoicing.subscription!, frequency: 'Year' } } } as never);
    // one expense of the same customer
    const expense = [...account.items.values()].find((item) => (item as { kind: string }).kind === 'expense') as never as Record<string, unknown>;
    account.items.set('expense:x1', { ...expense, id: 'x1', projectId: '104', customerId: project.customerId, date: '2026-03-10', status: 'Approved' } as never);
    const refs = [{ kind: 'term', id: '104/subscription/2026-03-01..2026-12-31' }, { kind: 'expense', id: 'x1' }] as const;
    const report = await world.connector.createInvoices({ tenantId, select: how === 'refs' ? { refs } : { customerIds: [project.customerId] } });
    expect(report.problems.map((p) => p.code)).toContain('term-overlap');
    expect(report.invoices.map((i) => i.outcome)).toEqual(['refused']);
  });

  it('a month of a subscription that has no price', async () => {
    const world = createWorld();
    await world.connect();
    const { projects } = world.source.account(accountId);
    const project = projects.get('104')!;
    const price = [{ rate: '149.00', from: '2026-03-15' }];
    projects.set('104', { ...project, invoicing: { ...project.invoicing, subscription: { ...project.invoicing.subscription!, price } } });
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['504'] }, finish: 'final' });
    expect(report.problems).toMatchObject([{ code: 'rate-missing', severity: 'error' }]);
    expect(report.invoices.map((each) => [each.outcome, each.totalAmount])).toMatchObject([['refused', '180.29']]);
  });

  it('a fixed price without a date', async () => {
    const world = createWorld();
    await world.connect();
    const { projects } = world.source.account(accountId);
    projects.set('105', { id: '105', customerId: '501', name: 'Maatwerk', invoicing: { method: 'ProjectRate', fixedRate: '4000.00' } } as never);
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] }, finish: 'final' });
    expect(report.problems).toMatchObject([{ code: 'malformed', severity: 'error' }]);
    expect(report.invoices.map((each) => [each.outcome, each.problems.map(({ code }) => code)])).toEqual([['refused', ['incomplete']]]);
  });
});
