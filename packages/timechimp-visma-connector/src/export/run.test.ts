import { describe, expect, it } from 'vitest';
import { smallWorld, type SmallWorld } from '../../test/support/small-world.ts';
import type { DocumentDriver } from './driver.ts';
import type { RunRequest } from './engine.ts';
import type { ExportPlan } from './plan.ts';

const minutes = 60_000;

describe('run', () => {
  it('A4, A10: writes a draft with the mark, then marks the source', async () => {
    const world = smallWorld();
    const plan = world.plan('1', '2');
    const report = await world.run(plan);
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['exported']);
    expect(world.visma.documents).toMatchObject([{ stage: 'draft', customer: 'c1', amount: '190' }]);
    expect(world.visma.documents[0]?.text).toContain((await world.record(plan))?.mark);
    expect([world.statusOf('1'), world.statusOf('2'), world.statusOf('3')]).toEqual(['Invoiced', 'Invoiced', 'Approved']);
  });

  it('A4: finish final converts the stored draft', async () => {
    const world = smallWorld({ finish: 'final' });
    await world.run(world.plan('1'));
    expect(world.visma.documents).toMatchObject([{ stage: 'final' }]);
    expect((await world.record(world.plan('1')))?.state).toBe('exported');
  });

  it('writes nothing the second time', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    await world.run(plan);
    const again = await world.run(plan);
    expect(again.outcomes.map((each) => each.outcome)).toEqual(['already-exported']);
    expect(world.visma.documents).toHaveLength(1);
  });

  it('A2: an item is in at most one live export', async () => {
    const world = smallWorld();
    const [first, second] = [world.plan('1', '2'), world.plan('2', '3')];
    const report = await world.run(first, second);
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['exported', 'skipped']);
    expect(report.outcomes[1]?.reason?.code).toBe('items-taken');
    expect(world.visma.documents).toHaveLength(1);
  });

  it('A2: items that changed since the plan make it stale, with nothing sent', async () => {
    const world = smallWorld();
    const plan = world.plan('1', '2');
    const items = world.source.account('account').items;
    items.set('time:2', { ...items.get('time:2')!, status: 'Invoiced' } as never);
    const report = await world.run(plan);
    expect(report.outcomes).toMatchObject([{ outcome: 'stale', reason: { code: 'source-changed' } }]);
    expect(world.visma.documents).toEqual([]);
  });

  it('A2: what was read before a freeze that outlasted the lease is read again before the write', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    const { driver, exportSource } = world;
    const reads: number[] = [];
    let freezes = 2;
    world.exportSource = {
      ...exportSource,
      read: (refs, signal) => {
        reads.push(world.clock.now());
        return exportSource.read(refs, signal);
      },
    };
    const freezing: DocumentDriver = {
      ...driver,
      lookUp: async (...asked) => {
        const found = await driver.lookUp(...asked);
        if (freezes > 0) world.clock.advance(40 * minutes);
        freezes -= 1;
        return found;
      },
    };
    const report = await world.engine.run({ ...entries(world, plan), driver: freezing, canary: false });
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['exported']);
    expect(reads).toHaveLength(3);
    expect(reads.at(-1)).toBe(world.clock.now());
  });

  it('A5: what was not sent is free again, what was refused is rejected, and both can be sent again', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'not-sent');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('skipped');
    world.visma.fail('write', 'refused');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('rejected');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('exported');
    expect(world.visma.documents).toHaveLength(1);
  });

  it('A5: an answer lost after the commit is found by its mark and adopted', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'lost-after');
    const report = await world.run(plan);
    expect(report.outcomes[0]?.outcome).toBe('exported');
    expect(world.visma.documents).toHaveLength(1);
  });

  it('A7: a missing document needs two look-ups, the second after the longest delay', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'lost-before');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('in-doubt');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('in-doubt');
    world.clock.advance(10 * minutes);
    expect((await world.reconcile()).outcomes[0]?.outcome).toBe('in-doubt');
    world.clock.advance(15 * minutes);
    expect((await world.reconcile()).outcomes[0]?.reason?.code).toBe('not-written');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('exported');
    expect(world.visma.documents).toHaveLength(1);
    expect(world.visma.documents[0]?.text).toMatch(/-2$/);
  });

  it('A7: one look-up proves nothing, however late it is made', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'lost-before');
    await world.run(plan);
    // As if the worker had died between the send and its look-up.
    const record = await world.record(plan);
    if (!record) throw new Error('no record');
    await world.state.exports.save({ ...record, absent: { count: 0, firstAt: null } }, record.version);
    world.clock.advance(60 * minutes);
    expect((await world.reconcile()).outcomes[0]?.outcome).toBe('in-doubt');
    expect((await world.reconcile()).outcomes[0]?.reason?.code).toBe('not-written');
  });

  it('A7: a draft that arrives after its generation was given up is deleted', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'late');
    await world.run(plan);
    world.clock.advance(30 * minutes);
    await world.reconcile();
    await world.run(plan);
    world.visma.arrive();
    expect(world.visma.documents).toHaveLength(2);
    const report = await world.reconcile();
    expect(report.alarms.map((each) => each.code)).toEqual(['late-draft-deleted']);
    expect(world.visma.documents).toMatchObject([{ text: expect.stringMatching(/-2$/) as string }]);
  });

  it('A1: with our store lost, the mark finds what was written before', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    const empty = world.state.snapshot();
    world.visma.fail('write', 'lost-after');
    await world.run(plan);
    world.state.restore(empty);
    const items = world.source.account('account').items;
    items.set('time:1', { ...items.get('time:1')!, status: 'Approved' } as never);
    const report = await world.run(plan);
    expect(report.outcomes[0]?.outcome).toBe('exported');
    expect(world.visma.documents).toHaveLength(1);
  });

  it('A8: two documents with the mark stop it', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.fail('write', 'refused');
    await world.run(plan);
    const mark = (await world.record(plan))?.mark ?? '';
    for (let copy = 0; copy < 2; copy += 1) {
      world.visma.add({ stage: 'draft', customer: 'c1', amount: '95', text: mark });
    }
    const report = await world.run(plan);
    expect(report.outcomes).toMatchObject([{ outcome: 'held', reason: { code: 'several-matches' } }]);
  });

  it('stops at a failure that all would meet, and gives the other claims back', async () => {
    const world = smallWorld({ options: { concurrency: 1 } });
    world.visma.fail('write', 'unauthorized');
    const report = await world.run(world.plan('1'), world.plan('2'));
    expect(report.stopped?.code).toBe('refused');
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['skipped', 'skipped']);
    expect((await world.run(world.plan('1'), world.plan('2'))).outcomes.map((each) => each.outcome)).toEqual(['exported', 'exported']);
  });

  const entries = (world: SmallWorld, ...plans: ExportPlan[]): RunRequest => ({
    scope: { companyIdentifier: 'company', sourceAccountId: 'account' },
    source: world.exportSource,
    guard: () => Promise.resolve(null),
    driver: world.driver,
    plans,
    canary: true,
  });

  it('C2: a canary that does not end well keeps the rest back', async () => {
    const world = smallWorld({ kind: 'sales-entry', finish: 'final' });
    world.visma.fail('write', 'refused');
    const report = await world.engine.run(entries(world, world.plan('1'), world.plan('2')));
    expect(report.stopped?.code).toBe('canary-failed');
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['rejected', 'skipped']);
    expect(report.canary).toBeNull();
  });

  it('C2: one that is exported already is no canary: the first that this run writes is', async () => {
    const world = smallWorld({ kind: 'sales-entry', finish: 'final' });
    await world.run(world.plan('1'));
    world.visma.fail('write', 'refused');
    const failing = await world.engine.run(entries(world, world.plan('1'), world.plan('2'), world.plan('3')));
    expect(failing.stopped?.code).toBe('canary-failed');
    expect(failing.outcomes.map((each) => each.outcome)).toEqual(['already-exported', 'rejected', 'skipped']);
    const passing = await world.engine.run(entries(world, world.plan('1'), world.plan('2'), world.plan('3')));
    expect(passing.outcomes.map((each) => each.outcome)).toEqual(['already-exported', 'exported', 'exported']);
    expect(passing.canary).toBe(world.plan('2').key);
  });

  it('C2: one whose answer was lost and that was adopted is no canary: the next goes alone', async () => {
    const world = smallWorld({ kind: 'sales-entry', finish: 'final' });
    world.visma.fail('write', 'lost-after');
    const report = await world.engine.run(entries(world, world.plan('1'), world.plan('2')));
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['exported', 'exported']);
    expect(report.canary).toBe(world.plan('2').key);
    const none = await world.engine.run(entries(world, world.plan('1'), world.plan('2')));
    expect(none.canary).toBeNull();
  });

  it('C2: a canary that was booked and differs keeps the rest back each time it is tried again', async () => {
    const world = smallWorld({ kind: 'sales-entry', finish: 'final' });
    const [first, second] = [world.plan('1'), world.plan('2')];
    await world.run(first);
    const record = await world.record(first);
    if (!record) throw new Error('no record');
    const reason = { code: 'differs', message: 'The voucher differs.' };
    await world.state.exports.save({ ...record, state: 'held', reason }, record.version);
    const report = await world.engine.run(entries(world, first, second));
    expect(report.stopped?.code).toBe('canary-failed');
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['held', 'skipped']);
    expect(world.visma.documents).toHaveLength(1);
  });
});
