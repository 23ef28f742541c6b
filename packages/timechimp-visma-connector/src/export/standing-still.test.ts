import { describe, expect, it } from 'vitest';
import { scope, smallWorld, type SmallWorld } from '../../test/support/small-world.ts';
import type { DocumentDriver } from './driver.ts';

const minutes = 60_000;

/**
 * A driver whose machine goes to sleep for an hour each time with the answer of this call in its hands; `meanwhile` is
 * what the world does.
 */
function sleepyDriver(world: SmallWorld, call: 'lookUp' | 'write', meanwhile: () => void): DocumentDriver {
  const asleep = async <T>(answer: Promise<T>): Promise<T> => {
    const result = await answer;
    world.clock.advance(60 * minutes);
    meanwhile();
    return result;
  };
  const { driver } = world;
  return call === 'lookUp'
    ? { ...driver, lookUp: (...asked) => asleep(driver.lookUp(...asked)) }
    : { ...driver, write: (...asked) => asleep(driver.write(...asked)) };
}

const guard = (): Promise<null> => Promise.resolve(null);

describe('a worker that stands still', () => {
  it('A7: a look-up is as old as its question, and proves nothing about what arrived since', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'late');
    await world.run(plan);
    let slept = 0;
    const driver = sleepyDriver(world, 'lookUp', () => {
      slept += 1;
      if (slept === 1) world.visma.arrive();
    });
    const request = { scope, source: world.exportSource, guard, drivers: [driver] };
    expect((await world.engine.reconcile(request)).outcomes).toMatchObject([{ outcome: 'in-doubt' }]);
    const next = await world.reconcile();
    expect(next.outcomes).toMatchObject([{ outcome: 'exported' }]);
    expect(next.alarms).toEqual([]);
    expect(world.visma.documents).toHaveLength(1);
  });

  it('B3: a draft whose figures were read an hour ago is not converted', async () => {
    const world = smallWorld({ finish: 'final' });
    const plan = world.plan('1');
    const driver = sleepyDriver(world, 'write', () => {
      for (const { id } of world.visma.documents) world.visma.person(id, (draft) => (draft.amount = '190'));
    });
    await world.engine.run({ scope, source: world.exportSource, guard, driver, plans: [plan] });
    expect(world.visma.documents).toMatchObject([{ stage: 'draft', amount: '190' }]);
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'held', reason: { code: 'differs' } }]);
  });
});
