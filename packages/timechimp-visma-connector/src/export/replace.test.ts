import { describe, expect, it } from 'vitest';
import { scope, smallWorld, type SmallWorld } from '../../test/support/small-world.ts';
import type { DocumentDriver } from './driver.ts';
import type { ExportPlan } from './plan.ts';
import type { ExportOutcome } from './report.ts';

const minutes = 60_000;

/** An exported draft of 95 whose hour was corrected at the source since, and the new proposal of 100. */
async function corrected(world: SmallWorld, ...ids: string[]): Promise<{ readonly old: ExportPlan; readonly plan: ExportPlan }> {
  const old = world.plan(...ids);
  await world.run(old);
  const { items } = world.source.account('account');
  items.set(`time:${ids[0]}`, { ...items.get(`time:${ids[0]}`)!, minutes: 65 } as never);
  return { old, plan: { ...world.plan(...ids), payload: { customer: 'c1', amount: '100' }, payloadHash: 'corrected' } };
}

function replace(world: SmallWorld, plan: ExportPlan, driver: DocumentDriver = world.driver): Promise<ExportOutcome> {
  const guard = () => Promise.resolve(null);
  return world.engine.replace({ scope, source: world.exportSource, guard, driver, plan, by: 'anna', note: 'wrong minutes' });
}

const statuses = (world: SmallWorld, ...ids: string[]) => ids.map((id) => world.statusOf(id));

describe('replace', () => {
  it("A12: the old draft is deleted, the new one written under the next generation's mark, the items held all the time", async () => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1', '2');
    const mark = (await world.record(plan))?.mark ?? '';
    expect(await replace(world, plan)).toMatchObject({ outcome: 'exported', how: 'written', reason: null });
    expect(world.visma.documents).toMatchObject([{ stage: 'draft', amount: '100', text: `Specificatie ${mark}-2` }]);
    expect(await world.record(plan)).toMatchObject({ state: 'exported', generation: 2, payloadHash: 'corrected', replacement: null });
    expect(statuses(world, '1', '2')).toEqual(['Invoiced', 'Invoiced']);
    expect((await world.undo(plan))?.outcome).toBe('undone');
    expect(statuses(world, '1', '2')).toEqual(['Approved', 'Approved']);
  });

  it('A12: the same proposal again replaces nothing', async () => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    await replace(world, plan);
    world.visma.calls.length = 0;
    expect(await replace(world, plan)).toMatchObject({ outcome: 'already-exported' });
    expect(world.visma.calls).toEqual([]);
  });

  it.each<[string, string, (world: SmallWorld, draft: string, plan: ExportPlan) => void]>([
    ['somebody changed its amount', 'draft-edited', (world, draft) => { world.visma.person(draft, (document) => (document.amount = '96')); }],
    ['somebody changed its text', 'draft-edited', (world, draft) => { world.visma.person(draft, (document) => (document.text += ' for March')); }],
    ['somebody erased its mark', 'draft-edited', (world, draft) => { world.visma.person(draft, (document) => (document.text = '')); }],
    ['it is gone', 'draft-gone', (world, draft) => { world.visma.remove(draft); }],
    ['there is a copy of it', 'several-matches', (world) => { world.visma.add({ ...world.visma.documents[0]! }); }],
    ['it was made an invoice', 'draft-gone', (world, draft) => {
      const [document] = world.visma.documents;
      world.visma.remove(draft);
      world.visma.add({ ...document!, stage: 'final' });
    }],
  ])('A12: refused when %s, and nothing is deleted or written', async (_, code, happens) => {
    const world = smallWorld();
    const { old, plan } = await corrected(world, '1');
    happens(world, (await world.record(plan))?.documents.draftId ?? '', plan);
    const before = structuredClone(world.visma.documents);
    expect(await replace(world, plan)).toMatchObject({ outcome: 'skipped', reason: { code: expect.stringMatching(new RegExp(`${code}|several-matches`)) as string } });
    expect(world.visma.documents).toEqual(before);
    expect(world.visma.calls).not.toContain('removeDraft');
    expect(await world.record(plan)).toMatchObject({ state: 'exported', payloadHash: old.payloadHash, leaseUntil: null });
  });

  it('A12: stale when the source changed once more since the new proposal', async () => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    const { items } = world.source.account('account');
    items.set('time:1', { ...items.get('time:1')!, minutes: 70 } as never);
    expect(await replace(world, plan)).toMatchObject({ outcome: 'stale', reason: { code: 'source-changed' } });
    expect(world.visma.documents).toMatchObject([{ amount: '95' }]);
  });

  it('A12: refused for final invoices, sales entries, other items, and what another worker has', async () => {
    const final = smallWorld({ finish: 'final' });
    expect(await replace(final, (await corrected(final, '1')).plan)).toMatchObject({ outcome: 'skipped', reason: { code: 'cannot-replace' } });
    const entry = smallWorld({ kind: 'sales-entry', finish: 'final' });
    expect(await replace(entry, (await corrected(entry, '1')).plan)).toMatchObject({ outcome: 'skipped', reason: { code: 'cannot-replace' } });
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    expect(await replace(world, { ...plan, sources: world.plan('1', '2').sources })).toMatchObject({ reason: { code: 'other-items' } });
    expect(await replace(world, { ...plan, key: 'invoice:9' })).toMatchObject({ reason: { code: 'unknown' } });
    const record = (await world.record(plan))!;
    await world.state.exports.save({ ...record, leaseUntil: world.clock.now() + minutes }, record.version);
    expect(await replace(world, plan)).toMatchObject({ outcome: 'skipped', reason: { code: 'busy' } });
  });

  it('A12: a deletion that certainly did not happen leaves the old draft in its place', async () => {
    const world = smallWorld();
    const { old, plan } = await corrected(world, '1');
    world.visma.fail('removeDraft', 'not-sent');
    expect(await replace(world, plan)).toMatchObject({ outcome: 'skipped', reason: { code: 'not-removed' } });
    expect(await world.record(plan)).toMatchObject({ state: 'exported', payloadHash: old.payloadHash });
    expect((await replace(world, plan)).outcome).toBe('exported');
    expect(world.visma.documents).toMatchObject([{ amount: '100' }]);
  });

  it.each(['lost-before', 'lost-after', 'late'] as const)('A12: a deletion whose answer was lost (%s) is settled before anything new is written', async (fault) => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    world.visma.fail('removeDraft', fault);
    expect(await replace(world, plan)).toMatchObject({ outcome: 'in-doubt', reason: { code: 'not-removed' } });
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'in-doubt', reason: { code: 'settling' } }]);
    expect(world.visma.calls.filter((call) => call === 'write')).toHaveLength(1);
    world.visma.arrive();
    world.clock.advance(25 * minutes);
    await world.reconcile();
    world.clock.advance(25 * minutes);
    await world.reconcile();
    expect(world.visma.documents).toMatchObject([{ stage: 'draft', amount: '100' }]);
    expect((await world.record(plan))?.state).toBe('exported');
    expect(statuses(world, '1')).toEqual(['Invoiced']);
  });

  it('A12, A2: what changed at the source while the old draft took long to go is not written as it was', async () => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    world.visma.fail('removeDraft', 'lost-after');
    await replace(world, plan);
    await world.reconcile();
    const { items } = world.source.account('account');
    items.set('time:1', { ...items.get('time:1')!, minutes: 70 } as never);
    world.clock.advance(25 * minutes);
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'undone' }]);
    expect(world.visma.documents).toEqual([]);
    expect(statuses(world, '1')).toEqual(['Approved']);
  });

  it('A12: a source that cannot be read after the old draft is gone only delays the new one', async () => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    const { exportSource } = world;
    let reads = 0;
    world.exportSource = {
      ...exportSource,
      read: (refs, signal) => ((reads += 1) === 2 ? Promise.reject(new Error('down')) : exportSource.read(refs, signal)),
    };
    expect(await replace(world, plan)).toMatchObject({ outcome: 'skipped', reason: { code: 'source-unreadable' }, record: { state: 'claimed' } });
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'exported', how: 'written' }]);
    expect(world.visma.documents).toMatchObject([{ amount: '100' }]);
  });

  it('A12: a draft that a person finalised before the deletion arrived stands, and nothing new is written', async () => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    const { driver } = world;
    const quicker: DocumentDriver = {
      ...driver,
      removeDraft: async (draftId, options) => {
        const draft = world.visma.documents.find((each) => each.id === draftId)!;
        world.visma.remove(draftId);
        world.visma.add({ ...draft, stage: 'final' });
        return driver.removeDraft!(draftId, options);
      },
    };
    expect(await replace(world, plan, quicker)).toMatchObject({ outcome: 'skipped', reason: { code: 'converted-meanwhile' } });
    expect(world.visma.documents).toMatchObject([{ stage: 'final', amount: '95' }]);
    expect((await world.record(plan))?.documents.invoiceId).toBe(world.visma.documents[0]?.id);
  });

  it('A12: a new draft that Visma refuses leaves no draft, and its items get their recorded statuses back', async () => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1', '2');
    world.visma.fail('write', 'refused');
    expect(await replace(world, plan)).toMatchObject({ outcome: 'undone' });
    expect(world.visma.documents).toEqual([]);
    expect(statuses(world, '1', '2')).toEqual(['Approved', 'Approved']);
  });

  it.each(['not-sent', 'lost-before', 'lost-after', 'late'] as const)('A12: a new draft whose write failed (%s) is written once, by reconcile if need be', async (fault) => {
    const world = smallWorld();
    const { plan } = await corrected(world, '1');
    world.visma.fail('write', fault);
    await replace(world, plan);
    world.visma.arrive();
    for (let round = 0; round < 3; round += 1) {
      world.clock.advance(25 * minutes);
      await world.reconcile();
    }
    expect(world.visma.documents).toMatchObject([{ stage: 'draft', amount: '100' }]);
    expect((await world.record(plan))?.state).toBe('exported');
    expect(statuses(world, '1')).toEqual(['Invoiced']);
  });

  it('A12, A3: a crash after any stored step ends in the old draft or the new one, never both and never none', async () => {
    for (let lasting = 0; lasting < 12; lasting += 1) {
      const world = smallWorld();
      const { plan } = await corrected(world, '1');
      const store = world.state.exports;
      let saves = 0;
      const dying = world.worker({
        ...store,
        save: (record, version) => {
          saves += 1;
          return saves > lasting ? Promise.reject(new Error('killed')) : store.save(record, version);
        },
      });
      const guard = () => Promise.resolve(null);
      const request = { scope, source: world.exportSource, guard, driver: world.driver, plan, by: 'anna', note: 'x' };
      await dying.replace(request).catch(() => undefined);
      for (let round = 0; round < 3; round += 1) {
        world.clock.advance(25 * minutes);
        await world.reconcile();
      }
      expect(world.visma.documents, `killed at save ${lasting + 1}`).toHaveLength(1);
      expect((await world.record(plan))?.state).toBe('exported');
      expect(world.visma.documents[0]?.amount).toBe(lasting === 0 ? '95' : '100');
      expect(statuses(world, '1')).toEqual(['Invoiced']);
    }
  });
});
