import { describe, expect, it } from 'vitest';
import { smallWorld } from '../../test/support/small-world.ts';

describe('how a document came to be exported', () => {
  it('A6: written, when this run wrote it', async () => {
    const world = smallWorld();
    expect((await world.run(world.plan('1'))).outcomes).toMatchObject([{ outcome: 'exported', how: 'written' }]);
  });

  it('A1: adopted, when it was found by its mark after our store was lost', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    const empty = world.state.snapshot();
    await world.run(plan);
    world.state.restore(empty);
    world.source.account('account').items.set('time:1', { ...world.source.account('account').items.get('time:1')!, status: 'Approved' } as never);
    expect((await world.run(plan)).outcomes).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
    expect(world.visma.documents).toHaveLength(1);
  });

  it('A5: adopted, when the answer was lost and the look-up found it', async () => {
    const world = smallWorld();
    world.visma.fail('write', 'lost-after');
    expect((await world.run(world.plan('1'))).outcomes).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
  });

  it('A9: adopted, when a person made the invoice of our draft', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    const [draft] = world.visma.documents;
    world.visma.remove(draft?.id ?? '');
    world.visma.add({ stage: 'final', customer: 'c1', amount: '95', text: (await world.record(plan))?.mark ?? '' });
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
  });

  it('says nothing where nothing was exported now', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    expect((await world.run(plan)).outcomes[0]).not.toHaveProperty('how');
    world.visma.fail('write', 'refused');
    expect((await world.run(world.plan('2'))).outcomes[0]).not.toHaveProperty('how');
  });
});
