import { describe, expect, it } from 'vitest';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** Codes of the warnings that a use case told. */
function warningsOf(world: ConnectedWorld, useCase: string): readonly string[] {
  return world.events.flatMap((event) => (event.type === 'warning' && event.useCase === useCase ? [event.code] : []));
}

/** A world in which the week of hour 1 is locked against everything but our mark. */
function lockedWeek(): ConnectedWorld {
  const from = createWorld();
  const { work } = from.source;
  const setStatus: typeof work.setStatus = async (account, change) => {
    if (change.to === 'Invoiced') return work.setStatus(account, change);
    const rest = change.items.filter(({ ref }) => ref.id !== '1');
    const done = rest.length === 0 ? [] : await work.setStatus(account, { ...change, items: rest });
    return change.items.map(({ ref }) => done.find((each) => each.ref.id === ref.id) ?? { ref, outcome: 'refused', status: 'Invoiced', message: 'The week is locked.' });
  };
  return createWorld({ reuse: { ...from, source: { ...from.source, work: { ...work, setStatus } } } });
}

describe('A10, A12: undo restores the recorded statuses', () => {
  it('and reports an hour whose status the source refuses to give back, in the outcome, as an alarm and in its history', async () => {
    const world = lockedWeek();
    await world.connect();
    const made = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
    const report = await world.connector.undo({ tenantId, keys: made.invoices.map(({ key }) => key), by: 'olga', note: 'wrong rate' });
    const statuses = ['1', '2'].map((id) => world.source.account(accountId).items.get(`time:${id}`));
    expect(statuses).toMatchObject([{ status: 'Invoiced' }, { status: 'Approved' }]);
    const reason = { code: 'items-not-restored', details: [{ kind: 'time', id: '1', note: 'The week is locked.' }] };
    expect(report.outcomes).toMatchObject([{ outcome: 'undone', reason }]);
    expect(report.alarms).toMatchObject([{ code: 'items-not-restored', message: expect.stringContaining('time:1 (The week is locked.)') as string }]);
    expect(warningsOf(world, 'undo')).toEqual(['items-not-restored']);
    const history = await world.connector.itemHistory({ tenantId, item: { kind: 'time', id: '1' } });
    expect(history.text).toContain('At the source it should be Approved again and is not (The week is locked.).');
  });

  it('and tells the same alarm when an operator settles that Visma does not have it', async () => {
    const world = lockedWeek();
    await world.connect();
    const made = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
    const key = made.invoices[0]?.key ?? '';
    world.fake.person.deleteDraft(world.fake.books.drafts[0]?.Id ?? '');
    for (let round = 0; round < 3; round += 1) {
      await world.connector.reconcile({ tenantId });
      world.clock.advance(20 * 60_000);
    }
    const outcome = await world.connector.settle({ tenantId, key, as: 'not-exported', by: 'olga', note: 'deleted on purpose' });
    expect(outcome).toMatchObject({ outcome: 'undone', reason: { code: 'items-not-restored' } });
    expect(warningsOf(world, 'settle')).toEqual(['items-not-restored']);
  });

  it('and tells the same alarm when a draft was taken away to be replaced, and Visma refuses the new one', async () => {
    const world = lockedWeek();
    await world.connect();
    const made = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
    world.clock.advance(20 * 60_000);
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, invoices: { ...settings.invoices, ourReference: 'Studio' } } });
    world.fake.faults.next('POST /customerinvoicedrafts', { kind: 'refusal', status: 400, errorCode: 2000, message: 'No.' });
    const report = await world.connector.replace({ tenantId, keys: made.invoices.map(({ key }) => key), by: 'olga', note: 'our reference' });
    expect(report.drafts).toMatchObject([{ reason: { code: 'items-not-restored' } }]);
    expect(warningsOf(world, 'replace')).toEqual(['items-not-restored']);
  });

  it('and says nothing where all of them have it', async () => {
    const world = createWorld();
    await world.connect();
    const made = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
    const report = await world.connector.undo({ tenantId, keys: made.invoices.map(({ key }) => key), by: 'olga', note: 'wrong rate' });
    expect(report).toMatchObject({ outcomes: [{ outcome: 'undone', reason: null }], alarms: [] });
  });
});
