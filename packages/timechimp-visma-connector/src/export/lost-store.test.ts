import { describe, expect, it } from 'vitest';
import { smallWorld, type SmallWorld } from '../../test/support/small-world.ts';
import type { ExportPlan } from './plan.ts';

const minutes = 60_000;
const alive = (world: SmallWorld) => world.visma.documents.filter((document) => document.voided !== true);

async function reconcileUntilQuiet(world: SmallWorld): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    world.clock.advance(25 * minutes);
    await world.reconcile();
  }
}

/** What the time-tracking side says after it was restored too: the hour was never marked. */
function unmark(world: SmallWorld, id: string): void {
  const { items } = world.source.account('account');
  items.set(`time:${id}`, { ...items.get(`time:${id}`)!, status: 'Approved' } as never);
}

describe('A1: our store was restored to an older backup, or lost', () => {
  it.each<[string, (world: SmallWorld, plan: ExportPlan) => Promise<void>]>([
    ['from before the claim', () => Promise.resolve()],
    ['with the write in doubt', async (world, plan) => {
      world.visma.fail('write', 'late');
      await world.run(plan);
    }],
    ['with the export refused', async (world, plan) => {
      world.visma.fail('write', 'refused');
      await world.run(plan);
    }],
  ])('%s: the document that was written since is found by its mark, and stays the only one', async (_, before) => {
    const world = smallWorld();
    const plan = world.plan('1');
    await before(world, plan);
    const backup = world.state.snapshot();
    world.visma.arrive();
    await world.run(plan);
    await reconcileUntilQuiet(world);
    expect(alive(world)).toHaveLength(1);
    world.state.restore(backup);
    unmark(world, '1');
    await world.run(plan);
    await reconcileUntilQuiet(world);
    expect(alive(world)).toHaveLength(1);
    expect((await world.record(plan))?.state).toBe('exported');
    expect(world.statusOf('1')).toBe('Invoiced');
  });

  it('items that the time-tracking side still says are invoiced are stale, whatever the store forgot', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    const empty = world.state.snapshot();
    await world.run(plan);
    world.state.restore(empty);
    expect((await world.run(plan)).outcomes).toMatchObject([{ outcome: 'stale' }]);
    expect(alive(world)).toHaveLength(1);
  });

  it('a draft that was replaced since is adopted in its new form where the proposal is the new one, and held where it is the old one', async () => {
    for (const isNew of [true, false]) {
      const world = smallWorld();
      const old = world.plan('1');
      const empty = world.state.snapshot();
      await world.run(old);
      const guard = () => Promise.resolve(null);
      const plan = { ...world.plan('1'), payload: { customer: 'c1', amount: '100' }, payloadHash: 'corrected' };
      const request = { scope: { companyIdentifier: 'company', sourceAccountId: 'account' }, source: world.exportSource, guard, driver: world.driver };
      expect(await world.engine.replace({ ...request, plan, by: 'anna', note: 'x' })).toMatchObject({ outcome: 'exported' });
      world.state.restore(empty);
      unmark(world, '1');
      const report = await world.run({ ...(isNew ? plan : old), sources: world.plan('1').sources });
      expect(report.outcomes).toMatchObject([isNew ? { outcome: 'exported', how: 'adopted' } : { outcome: 'held', reason: { code: 'found-different' } }]);
      expect(alive(world)).toHaveLength(1);
    }
  });

  it('an export that the backup has and that was taken back since is followed, and never exported by itself', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    const backup = world.state.snapshot();
    await world.undo(plan);
    world.state.restore(backup);
    await reconcileUntilQuiet(world);
    expect(alive(world)).toEqual([]);
    expect(await world.record(plan)).toMatchObject({ state: 'draft-missing' });
  });

  it('what no protocol can close: a different selection of the same hours has another identity, and does not find it', async () => {
    const world = smallWorld();
    const empty = world.state.snapshot();
    await world.run(world.plan('1'));
    world.state.restore(empty);
    unmark(world, '1');
    await world.run(world.plan('1', '2'));
    expect(alive(world)).toHaveLength(2);
  });
});
