import { describe, expect, it } from 'vitest';
import { scope, smallWorld } from '../../test/support/small-world.ts';

const minutes = 60_000;

describe('a claim that a crash left before anything was sent', () => {
  it('A2: is gone on with as it is planned now, not as it was planned then', async () => {
    const world = smallWorld();
    const old = world.plan('1');
    // The process dies right after the claim.
    const dead = world.worker({
      ...world.state.exports,
      claim: async (...args) => {
        await world.state.exports.claim(...args);
        throw new Error('killed');
      },
    });
    const request = { scope, source: world.exportSource, guard: () => Promise.resolve(null), driver: world.driver };
    await expect(dead.run({ ...request, plans: [old] })).rejects.toThrow('killed');
    expect(await world.record(old)).toMatchObject({ state: 'claimed', payloadHash: old.payloadHash });
    const { items } = world.source.account('account');
    items.set('time:1', { ...items.get('time:1')!, minutes: 65 } as never);
    const plan = { ...world.plan('1'), payload: { customer: 'c1', amount: '100' }, payloadHash: 'corrected' };
    world.clock.advance(20 * minutes);
    const report = await world.run(plan);
    expect(report.outcomes).toMatchObject([{ outcome: 'exported', how: 'written' }]);
    expect(world.visma.documents).toMatchObject([{ amount: '100' }]);
    expect(await world.record(plan)).toMatchObject({ state: 'exported', payloadHash: 'corrected' });
  });
});
