import type { Subscription } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { createExportSource } from '../../src/use-cases/tracked-source.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** A subscription whose terms of March and April are in an export of unknown outcome, which ends in the middle of April by now. */
async function changedWhileInDoubt(): Promise<ConnectedWorld> {
  const world = createWorld();
  await world.connect();
  world.fake.faults.next('POST /customerinvoicedrafts', { kind: 'reset', committed: false });
  const first = await world.connector.createInvoices({ tenantId, select: { projectIds: ['104'] } });
  expect(first.invoices.map((each) => each.outcome)).toEqual(['in-doubt']);
  changeSubscription(world, { endDate: '2026-04-15' });
  return world;
}

/** A person changes the subscription of project 104, which began on 1 March. */
function changeSubscription(world: ConnectedWorld, change: Partial<Subscription>): void {
  const { projects } = world.source.account(accountId);
  const project = projects.get('104');
  const { subscription } = project?.invoicing ?? {};
  if (!project || !subscription) throw new Error('no subscription');
  projects.set('104', { ...project, invoicing: { ...project.invoicing, subscription: { ...subscription, ...change } } });
}

describe('D4: each term once', () => {
  it('a subscription that is changed while its invoice is under way is not proposed again for the same days', async () => {
    const world = await changedWhileInDoubt();
    const again = await world.connector.createInvoices({ tenantId, select: { projectIds: ['104'] } });
    expect(again.excluded).toMatchObject([{ ref: { id: '104/subscription/2026-04-01..2026-04-15' }, reason: 'already-invoiced' }]);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('nor when that term is chosen by its id', async () => {
    const world = await changedWhileInDoubt();
    const refs = [{ kind: 'term', id: '104/subscription/2026-04-01..2026-04-15' }] as const;
    const chosen = await world.connector.createInvoices({ tenantId, select: { refs } });
    expect(chosen.excluded).toMatchObject([{ ref: refs[0], reason: 'already-invoiced' }]);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('days that are billed in part are named, and nothing is written', async () => {
    const world = createWorld();
    await world.connect();
    await world.connector.takeOver({ tenantId, refs: [{ kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' }], by: 'anna', note: 'by hand' });
    changeSubscription(world, { frequency: 'Year' });
    const refs = [{ kind: 'term', id: '104/subscription/2026-03-01..2026-12-31' }] as const;
    const report = await world.connector.createInvoices({ tenantId, select: { refs } });
    expect(report.problems).toMatchObject([{ code: 'term-overlap', message: expect.stringContaining('Not billed: 2026-04-01..2026-12-31') as string }]);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('A2: after the claim, a term whose days another export has taken counts as changed', async () => {
    const world = createWorld();
    const term = { kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' } as const;
    const source = createExportSource({
      scope: { companyIdentifier: 'company', sourceAccountId: accountId },
      ...world.source,
      links: world.state.links,
      clock: world.clock,
      terms: () => Promise.resolve([{ ...term, customerId: '504', projectId: '104', date: '2026-03-31', period: { from: '2026-03-01', to: '2026-03-31' }, quantity: '1', price: '149.00', description: 'Onderhoud' }]),
      taken: (ids) => Promise.resolve(new Set(ids)),
    });
    expect(await source.read([term])).toMatchObject([{ ref: term, status: 'Invoiced' }]);
  });
});
