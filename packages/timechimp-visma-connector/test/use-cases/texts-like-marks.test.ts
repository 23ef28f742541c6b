import { describe, expect, it } from 'vitest';
import type { BillableItem } from '@x/billing-core';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const minute = 60_000;
const item: BillableItem = {
  kind: 'time', id: '90', customerId: '501', projectId: '101', status: 'Approved', userId: '71', activityId: '11',
  date: '2026-03-10', minutes: 60, notes: 'Fixed ticket TC-SEARCH and TC-100234, see invoice TC-7K2M9QABCDEF',
};
const account = { ...agency, items: [item] };

/** The hour is invoiced; a person takes our mark off the draft and makes it an invoice. */
async function finalisedWithoutMark(onDraftMissing: 'wait' | 'free'): Promise<ConnectedWorld> {
  const world = createWorld({ account, settings: (settings) => ({ ...settings, grouping: { time: 'detailed' }, safety: { onDraftMissing } }) });
  await world.connect();
  await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] } });
  const [draft] = world.fake.books.drafts;
  world.fake.person.editDraft(draft?.Id ?? '', { Rows: (draft?.Rows ?? []).filter((row) => !String(row.Text).startsWith('Specificatie')) });
  world.fake.person.convertDraft(draft?.Id ?? '');
  for (let each = 0; each < 3; each += 1) {
    world.clock.advance(20 * minute);
    await world.connector.reconcile({ tenantId });
  }
  return world;
}

describe('A8, A9: a text of the customer that looks like a mark', () => {
  it('does not keep the invoice of a missing draft from being found by customer, rows and total', async () => {
    const world = await finalisedWithoutMark('wait');
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
    expect(exports.map(({ state, documents }) => [state, documents.invoiceId])).toEqual([['exported', world.fake.books.invoices[0]?.Id]]);
  });

  it('and the hour is not billed twice', async () => {
    const world = await finalisedWithoutMark('free');
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] } });
    expect(world.fake.books.invoices.length + world.fake.books.drafts.length).toBe(1);
  });

  it('does not hide a mark in OurReference from the search before a write', async () => {
    const settings = { grouping: { time: 'detailed' as const }, invoices: { markPlace: 'ourReference' as const, finish: 'final' as const } };
    const world = createWorld({ account, settings: (given) => ({ ...given, ...settings }) });
    await world.connect();
    // The answer of the conversion came, and the store was lost before the hour was marked.
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] } });
    world.source.account(accountId).items.set('time:90', item);
    const again = createWorld({ reuse: world.loseState(), settings: (given) => ({ ...given, ...settings }) });
    await again.connect();
    await again.connector.createInvoices({ tenantId, select: { customerIds: ['501'] } });
    expect(world.fake.books.invoices).toHaveLength(1);
  });
});
