import { describe, expect, it } from 'vitest';
import { smallWorld, type SmallWorld } from '../../test/support/small-world.ts';
import type { ExportPlan } from './plan.ts';

const minutes = 60_000;

/** Exports a draft and lets something happen to it in Visma. */
async function exported(world: SmallWorld, plan: ExportPlan): Promise<string> {
  await world.run(plan);
  const id = (await world.record(plan))?.documents.draftId;
  if (id === undefined) throw new Error('no draft');
  return id;
}

describe('reconcile', () => {
  it('A9: a draft that a person finalised is followed to its invoice', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    const draft = await exported(world, plan);
    world.visma.remove(draft);
    const invoice = world.visma.add({ stage: 'final', customer: 'c1', amount: '95', text: (await world.record(plan))?.mark ?? '' });
    const report = await world.reconcile();
    expect(report.outcomes[0]?.outcome).toBe('exported');
    expect((await world.record(plan))?.documents.invoiceId).toBe(invoice.id);
  });

  it('A9: an invoice without the mark is found by customer, rows and amount', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.remove(await exported(world, plan));
    const invoice = world.visma.add({ stage: 'final', customer: 'c1', amount: '95', text: 'no mark' });
    await world.reconcile();
    expect((await world.record(plan))?.documents.invoiceId).toBe(invoice.id);
  });

  it('A9: drafts that were finalised in one go are followed with one look-up per page', async () => {
    const world = smallWorld({ items: 30, options: { batchSize: 10 } });
    const plans = Array.from({ length: 30 }, (_, index) => world.plan(String(index + 1)));
    await world.run(...plans);
    for (const document of [...world.visma.documents].slice(0, 24)) {
      world.visma.remove(document.id);
      world.visma.add({ ...document, stage: 'final' });
    }
    world.visma.calls.length = 0;
    const report = await world.reconcile();
    expect(report.outcomes.map((each) => each.outcome)).toEqual(Array.from({ length: 24 }, () => 'exported'));
    const count = (call: string): number => world.visma.calls.filter((each) => each === call).length;
    expect({ existing: count('existingDrafts'), lookUps: count('lookUp'), reads: count('read') }).toEqual({ existing: 3, lookUps: 3, reads: 0 });
    const records = await Promise.all(plans.map((plan) => world.record(plan)));
    expect(records.filter((record) => record?.documents.invoiceId !== undefined)).toHaveLength(24);
    world.visma.calls.length = 0;
    await world.reconcile();
    expect(world.visma.calls).toEqual(['existingDrafts']);
  });

  it('A9: one invoice is never adopted for two missing drafts', async () => {
    const world = smallWorld();
    const [one, two] = [world.plan('1'), world.plan('2')];
    await world.run(one, two);
    for (const document of [...world.visma.documents]) world.visma.remove(document.id);
    world.visma.add({ stage: 'final', customer: 'c1', amount: '95', text: 'no mark' });
    await world.reconcile();
    const records = [await world.record(one), await world.record(two)];
    expect(records.map((record) => record?.state).sort()).toEqual(['exported', 'held']);
    expect(records.find((record) => record?.state === 'held')?.reason?.code).toBe('document-taken');
  });

  it('A9: a missing draft with no invoice is for an operator, after the settling margin', async () => {
    const world = smallWorld();
    const plan = world.plan('1');
    world.visma.remove(await exported(world, plan));
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'exported', reason: { code: 'draft-not-found' } }]);
    world.clock.advance(16 * minutes);
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'held', reason: { code: 'draft-missing' } }]);
    expect(world.statusOf('1')).toBe('Invoiced');
  });

  it("A9: with onDraftMissing 'free' its items get their status back and are free", async () => {
    const world = smallWorld({ options: { onDraftMissing: 'free' } });
    const plan = world.plan('1');
    world.visma.remove(await exported(world, plan));
    await world.reconcile();
    world.clock.advance(16 * minutes);
    expect((await world.reconcile()).outcomes).toMatchObject([{ outcome: 'undone' }]);
    expect(world.statusOf('1')).toBe('Approved');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('exported');
  });

  it('A9: an invoice with our mark and other figures is held, never counted as missing', async () => {
    const world = smallWorld({ options: { onDraftMissing: 'free' } });
    const plan = world.plan('1');
    world.visma.remove(await exported(world, plan));
    world.visma.add({ stage: 'final', customer: 'c1', amount: '190', text: (await world.record(plan))?.mark ?? '' });
    const report = await world.reconcile();
    expect(report.outcomes).toMatchObject([{ outcome: 'held', reason: { code: 'found-different' } }]);
    expect(world.statusOf('1')).toBe('Invoiced');
  });

  it('A10: a mark whose answer was lost is read back, and the rest is marked later', async () => {
    const world = smallWorld();
    const plan = world.plan('1', '2', '3');
    const { exportSource } = world;
    let calls = 0;
    world.exportSource = {
      ...exportSource,
      setStatus: async (change) => {
        calls += 1;
        if (calls > 2) return exportSource.setStatus(change);
        await exportSource.setStatus({ ...change, items: change.items.slice(0, 1) });
        throw new Error('the answer was lost');
      },
    };
    const report = await world.run(plan);
    expect(report.outcomes).toMatchObject([{ outcome: 'exported', reason: { code: 'source-not-marked' } }]);
    await world.reconcile();
    expect((await world.record(plan))?.sources.map((source) => source.mark)).toEqual(['yes', 'yes', 'yes']);
    expect(['1', '2', '3'].map((id) => world.statusOf(id))).toEqual(['Invoiced', 'Invoiced', 'Invoiced']);
  });

  it('A10: a rejected batch is halved until the refused item stands alone', async () => {
    const world = smallWorld({ items: 8 });
    const plan = world.plan('1', '2', '3', '4', '5', '6', '7', '8');
    const { exportSource } = world;
    const sizes: number[] = [];
    world.exportSource = {
      ...exportSource,
      setStatus: (change) => {
        sizes.push(change.items.length);
        const refused = change.items.some(({ ref }) => ref.id === '5');
        if (refused) return Promise.reject(Object.assign(new Error('locked week'), { delivery: 'answered' }));
        return exportSource.setStatus(change);
      },
    };
    const report = await world.run(plan);
    const record = await world.record(plan);
    expect(record?.state).toBe('exported');
    expect(report).toMatchObject({ outcomes: [{ outcome: 'exported', reason: { code: 'items-not-marked', details: [{ id: '5', note: 'locked week' }] } }], alarms: [{ code: 'items-not-marked' }] });
    expect(record?.sources.filter((source) => source.mark === 'other')).toMatchObject([{ ref: { id: '5' }, note: 'locked week' }]);
    expect(sizes).toEqual([8, 4, 4, 2, 1, 1, 2]);
  });

  it('A10: an item that a person changed meanwhile is left alone and reported', async () => {
    const world = smallWorld();
    const plan = world.plan('1', '2');
    const { exportSource } = world;
    world.exportSource = {
      ...exportSource,
      setStatus: (change) => {
        const { items } = world.source.account('account');
        items.set('time:1', { ...items.get('time:1')!, status: 'WrittenOff' } as never);
        return exportSource.setStatus(change);
      },
    };
    const { alarms } = await world.run(plan);
    expect(alarms).toMatchObject([{ code: 'items-not-marked', message: expect.stringContaining('time:1 (found as WrittenOff)') as string }]);
    expect((await world.record(plan))?.sources).toMatchObject([{ mark: 'other', note: 'found as WrittenOff' }, { mark: 'yes' }]);
    expect(world.statusOf('1')).toBe('WrittenOff');
  });

  it('A4: a conversion whose answer was lost is not made twice', async () => {
    const world = smallWorld({ finish: 'final' });
    const plan = world.plan('1');
    world.visma.fail('convert', 'lost-after');
    expect((await world.run(plan)).outcomes[0]?.outcome).toBe('in-doubt');
    expect((await world.reconcile()).outcomes[0]?.outcome).toBe('exported');
    expect(world.visma.documents).toMatchObject([{ stage: 'final' }]);
  });

  it('B3: a draft that a person changed before the conversion is held, both figures side by side', async () => {
    const world = smallWorld({ finish: 'final' });
    const plan = world.plan('1');
    world.visma.fail('convert', 'not-sent');
    await world.run(plan);
    const draft = (await world.record(plan))?.documents.draftId ?? '';
    world.visma.person(draft, (document) => (document.amount = '100'));
    const report = await world.reconcile();
    expect(report.outcomes).toMatchObject([{ outcome: 'held', record: { differences: [{ field: 'amount', expected: '95', actual: '100' }] } }]);
    expect(world.visma.documents).toMatchObject([{ stage: 'draft' }]);
  });

  it('A11: a booking that stands twice raises an alarm', async () => {
    const world = smallWorld({ kind: 'sales-entry', finish: 'final' });
    const plan = world.plan('1');
    world.visma.fail('write', 'refused');
    await world.run(plan);
    const text = (await world.record(plan))?.mark ?? '';
    const { driver } = world;
    const doubling = { ...driver, write: async (...args: Parameters<typeof driver.write>) => {
      world.visma.add({ stage: 'final', customer: 'c1', amount: '95', text });
      return driver.write(...args);
    } };
    const report = await world.engine.run({
      scope: { companyIdentifier: 'company', sourceAccountId: 'account' },
      source: world.exportSource,
      guard: () => Promise.resolve(null),
      driver: doubling,
      plans: [plan],
    });
    expect(report.alarms.map((each) => each.code)).toEqual(['booked-twice']);
    expect(report.outcomes).toMatchObject([{ outcome: 'held', reason: { code: 'booked-twice' } }]);
  });
});
