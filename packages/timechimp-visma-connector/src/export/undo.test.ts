import { describe, expect, it } from 'vitest';
import { scope, smallWorld, type SmallWorld } from '../../test/support/small-world.ts';
import type { SettleRequest } from './engine.ts';
import type { ExportPlan } from './plan.ts';

const minutes = 60_000;

function settle(world: SmallWorld, plan: ExportPlan, as: SettleRequest['as'], documents?: SettleRequest['documents']) {
  const guard = () => Promise.resolve(null);
  const { engine, driver } = world;
  return engine.settle({ scope, source: world.exportSource, guard, driver, key: plan.key, as, documents, by: 'olga', note: 'looked it up' });
}

describe('undo', () => {
  it('A12: deletes the draft and restores the recorded statuses, not Open', async () => {
    const world = smallWorld();
    const plan = world.plan('1', '2');
    await world.run(plan);
    expect((await world.undo(plan))?.outcome).toBe('undone');
    expect(world.visma.documents).toEqual([]);
    expect([world.statusOf('1'), world.statusOf('2')]).toEqual(['Approved', 'Approved']);
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('exported');
  });

  it('A12: a preview says what undo would do and what it would refuse, and does neither', async () => {
    const world = smallWorld();
    const [sound, unclear, different] = [world.plan('1'), world.plan('2'), world.plan('3')];
    await world.run(sound);
    const backup = world.state.snapshot();
    await world.run(unclear, different);
    const [, second, third] = world.visma.documents;
    world.visma.add({ ...second! });
    world.visma.person(third!.id, (document) => (document.amount = '96'));
    world.state.restore(backup);
    const { items } = world.source.account('account');
    for (const id of ['2', '3']) items.set(`time:${id}`, { ...items.get(`time:${id}`)!, status: 'Approved' } as never);
    await world.run(unclear, different);
    const before = structuredClone(world.visma.documents);
    const keys = [sound, unclear, different].map(({ key }) => key);
    const request = { scope, source: world.exportSource, guard: () => Promise.resolve(null), driver: world.driver, keys, by: 'anna', note: 'x' };
    world.visma.calls.length = 0;
    const { outcomes } = await world.engine.undo({ ...request, preview: true });
    expect(outcomes.map(({ reason }) => [reason?.code, reason?.message.slice(0, 26)])).toEqual([
      ['preview', 'The draft would be deleted'],
      ['cannot-undo', 'Which document it made is '],
      ['cannot-undo', 'Which document it made is '],
    ]);
    expect([world.visma.calls, world.visma.documents]).toEqual([[], before]);
    expect(outcomes[2]?.record).toMatchObject({ state: 'held', documents: {}, reason: { code: 'found-different', details: { documents: { draftId: third!.id } } } });
    expect(outcomes.map(({ record }) => record?.version)).toEqual((await world.state.exports.get(scope, keys)).map(({ version }) => version));
  });

  it('A12: voids a final invoice', async () => {
    const world = smallWorld({ finish: 'final' });
    const plan = world.plan('1');
    await world.run(plan);
    expect((await world.undo(plan))?.outcome).toBe('undone');
    expect(world.visma.documents).toMatchObject([{ stage: 'final', voided: true }]);
    expect(world.statusOf('1')).toBe('Approved');
  });

  it('A12: is not offered for sales entries, and names the booking', async () => {
    const world = smallWorld({ kind: 'sales-entry', finish: 'final' });
    const plan = world.plan('1');
    await world.run(plan);
    expect(await world.undo(plan)).toMatchObject({ outcome: 'skipped', reason: { code: 'cannot-undo' } });
    expect((await world.record(plan))?.state).toBe('exported');
  });

  it('A12: a draft that a person finalised first is explained, and nothing is restored', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    const { documents, mark } = (await world.record(plan))!;
    world.visma.remove(documents.draftId ?? '');
    world.visma.add({ stage: 'final', customer: 'c1', amount: '95', text: mark });
    expect(await world.undo(plan)).toMatchObject({ outcome: 'held', reason: { code: 'converted-meanwhile' } });
    expect(world.statusOf('1')).toBe('Invoiced');
  });

  it('waits while a mark may still arrive, so that a free item is not hidden afterwards', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    const { exportSource } = world;
    let late: (() => Promise<unknown>) | undefined;
    world.exportSource = {
      ...exportSource,
      setStatus: (change) => {
        late = () => exportSource.setStatus({ ...change, startBefore: Infinity });
        return Promise.reject(new Error('the answer was lost'));
      },
    };
    await world.run(plan);
    world.exportSource = exportSource;
    expect(await world.undo(plan)).toMatchObject({ outcome: 'in-doubt', reason: { code: 'settling' } });
    await late?.();
    expect(world.statusOf('1')).toBe('Invoiced');
    world.clock.advance(25 * minutes);
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'undone' }]);
    expect(world.statusOf('1')).toBe('Approved');
  });

  it('A3: passes over what another worker has', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    const record = (await world.record(plan))!;
    await world.state.exports.save({ ...record, leaseUntil: world.clock.now() + minutes }, record.version);
    expect(await world.undo(plan)).toMatchObject({ outcome: 'skipped', reason: { code: 'busy' } });
  });
});

describe('settle', () => {
  it("frees the items of a missing draft on the operator's word, with his note in the history", async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    world.visma.remove((await world.record(plan))?.documents.draftId ?? '');
    await world.reconcile();
    world.clock.advance(16 * minutes);
    await world.reconcile();
    expect((await settle(world, plan, 'not-exported')).outcome).toBe('undone');
    expect(world.statusOf('1')).toBe('Approved');
    expect((await world.record(plan))?.history.map((entry) => entry.note)).toContain('olga: not-exported, looked it up');
  });

  it('takes the documents that the operator found, and marks the source', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'lost-before');
    await world.run(plan);
    const found = world.visma.add({ stage: 'final', customer: 'c1', amount: '95', text: 'typed by hand' });
    expect((await settle(world, plan, 'exported', { invoiceId: found.id })).outcome).toBe('exported');
    expect(world.statusOf('1')).toBe('Invoiced');
  });

  it('refuses a document that Visma does not know, and shows in what the one that was named differs', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'lost-before');
    await world.run(plan);
    expect(await settle(world, plan, 'exported', { invoiceId: 'mistyped' })).toMatchObject({ outcome: 'skipped', reason: { code: 'no-such-document' } });
    expect(await world.record(plan)).toMatchObject({ state: 'in-doubt', documents: {} });
    const found = world.visma.add({ stage: 'final', customer: 'c1', amount: '96', text: 'typed by hand' });
    await settle(world, plan, 'exported', { invoiceId: found.id });
    expect((await world.record(plan))?.differences).toMatchObject([{ expected: '95', actual: '96' }]);
  });

  it('A9, A12: after a draft that was not as planned is gone, undo frees nothing: an invoice of it could not be recognised without its mark', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'lost-before');
    await world.run(plan);
    const { id } = world.visma.add({ stage: 'draft', customer: 'c1', amount: '96', text: 'typed by hand' });
    await settle(world, plan, 'exported', { draftId: id });
    world.visma.person(id, (document) => (document.stage = 'final'));
    expect(await world.undo(plan)).toMatchObject({ outcome: 'held', reason: { code: 'draft-missing' } });
    world.clock.advance(16 * minutes);
    await world.reconcile();
    expect(world.statusOf('1')).toBe('Invoiced');
    expect((await settle(world, plan, 'exported', { invoiceId: id })).outcome).toBe('exported');
  });

  it('compares a held draft again after it was put right', async () => {
    const world = smallWorld({ finish: 'final' });
    const plan = world.plan('1');
    world.visma.fail('convert', 'not-sent');
    await world.run(plan);
    const draft = (await world.record(plan))?.documents.draftId ?? '';
    world.visma.person(draft, (document) => (document.amount = '100'));
    await world.reconcile();
    expect((await settle(world, plan, 'recheck')).outcome).toBe('held');
    world.visma.person(draft, (document) => (document.amount = '95'));
    expect((await settle(world, plan, 'recheck')).outcome).toBe('exported');
    expect(world.visma.documents).toMatchObject([{ stage: 'final' }]);
  });

  it('refuses what needs no decision', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    expect(await settle(world, plan, 'not-exported')).toMatchObject({ outcome: 'skipped', reason: { code: 'not-open' } });
    expect(await settle(world, world.plan('2'), 'exported')).toMatchObject({ outcome: 'skipped', reason: { code: 'unknown' } });
  });
});
