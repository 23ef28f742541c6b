import { describe, expect, it } from 'vitest';
import { scope, smallWorld, type SmallWorld } from '../../test/support/small-world.ts';
import type { DocumentDriver, DocumentRequest } from './driver.ts';
import type { ExportOptions } from './options.ts';
import type { ExportOutcome } from './report.ts';

const minutes = 60_000;

/** A world whose writes stand still until they are let go, in any order. */
function heldWorld(options: Partial<ExportOptions>, kind: 'invoice' | 'sales-entry' = 'invoice', items = 6) {
  const world = smallWorld({ items, kind, finish: kind === 'invoice' ? 'draft' : 'final', options });
  const held = new Map<string, () => void>();
  const begun: string[] = [];
  const { driver } = world;
  const standing: DocumentDriver = {
    ...driver,
    write: async (request, write) => {
      begun.push(idOf(request));
      await new Promise<void>((go) => held.set(idOf(request), go));
      return driver.write(request, write);
    },
  };
  const letGo = async (...ids: string[]): Promise<void> => {
    for (const id of ids) held.get(id)?.();
    await quiet();
  };
  return { world, begun, letGo, standing };
}

function idOf({ key }: DocumentRequest): string {
  return key.replace('invoice:', '');
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function start(
  world: SmallWorld,
  driver: DocumentDriver,
  ids: readonly string[],
  more: { readonly signal?: AbortSignal; readonly canary?: boolean; readonly told?: ExportOutcome[] } = {},
) {
  const running = world.engine.run({
    scope,
    source: world.exportSource,
    guard: () => Promise.resolve(null),
    driver,
    plans: ids.map((id) => world.plan(id)),
    signal: more.signal,
    canary: more.canary,
    onOutcome: (outcome) => more.told?.push(outcome),
  });
  await quiet();
  return running;
}

const ids = ['1', '2', '3', '4', '5', '6'];

describe('F: a bulk run', () => {
  it('F: writes no more than `concurrency` documents at a time', async () => {
    const { world, begun, letGo, standing } = heldWorld({ concurrency: 2 });
    const running = world.engine.run({ scope, source: world.exportSource, guard: () => Promise.resolve(null), driver: standing, plans: ids.map((id) => world.plan(id)) });
    await quiet();
    expect(begun).toEqual(['1', '2']);
    await letGo('2');
    expect(begun).toEqual(['1', '2', '3']);
    for (const id of ids) await letGo(id);
    expect((await running).outcomes.map((each) => each.outcome)).toEqual(ids.map(() => 'exported'));
    expect(world.visma.documents).toHaveLength(6);
  });

  it('F: reports and tells in the order of the plans, whichever write ended first', async () => {
    const { world, letGo, standing } = heldWorld({ concurrency: 6 });
    const told: ExportOutcome[] = [];
    const running = start(world, standing, ids, { told });
    await quiet();
    for (const id of [...ids].reverse()) await letGo(id);
    const keys = ids.map((id) => world.plan(id).key);
    expect((await running).outcomes.map((each) => each.key)).toEqual(keys);
    expect(told.map((each) => each.key)).toEqual(keys);
  });

  it('F: claims and looks up the next batch while one is written, and tells its outcomes after it', async () => {
    const { world, begun, letGo, standing } = heldWorld({ concurrency: 2, batchSize: 2 });
    const told: ExportOutcome[] = [];
    const running = start(world, standing, ids.slice(0, 4), { told });
    await quiet();
    expect((await world.record(world.plan('3')))?.state).toBe('claimed');
    expect(begun).toEqual(['1', '2']);
    expect(world.visma.calls.filter((call) => call === 'lookUp')).toHaveLength(2);
    await letGo('1', '2');
    await letGo('3', '4');
    await running;
    expect(told.map((each) => each.outcome)).toEqual(['exported', 'exported', 'exported', 'exported']);
  });

  it('A3: renews the lease directly before each write, also of those that waited for their turn', async () => {
    const { world, letGo, standing } = heldWorld({ concurrency: 1 });
    const leases: number[] = [];
    const watching: DocumentDriver = {
      ...standing,
      write: async (request, options) => {
        const [record] = await world.state.exports.get(scope, [request.key]);
        leases.push((record?.leaseUntil ?? 0) - world.clock.now());
        return standing.write(request, options);
      },
    };
    const running = start(world, watching, ids.slice(0, 3));
    await quiet();
    for (const id of ids.slice(0, 3)) {
      world.clock.advance(2 * minutes);
      await letGo(id);
    }
    await running;
    expect(leases).toEqual([6 * minutes, 6 * minutes, 6 * minutes]);
  });

  it('A6: an abort hands out no more work; what was not begun is free again', async () => {
    const { world, begun, letGo, standing } = heldWorld({ concurrency: 2, batchSize: 3 });
    const controller = new AbortController();
    const running = start(world, standing, ids, { signal: controller.signal });
    await quiet();
    controller.abort();
    await letGo('1', '2');
    const report = await running;
    expect(begun).toEqual(['1', '2']);
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['exported', 'exported', 'skipped', 'skipped', 'skipped', 'skipped']);
    const again = await world.run(...ids.map((id) => world.plan(id)));
    expect(again.outcomes.map((each) => each.outcome)).toEqual(['already-exported', 'already-exported', 'exported', 'exported', 'exported', 'exported']);
    expect(world.visma.documents).toHaveLength(6);
  });

  it('A6: a failure that all would meet hands out no more work, in this batch or the next', async () => {
    const { world, begun, letGo, standing } = heldWorld({ concurrency: 2, batchSize: 3 });
    world.visma.fail('write', 'unauthorized');
    const running = start(world, standing, ids);
    await quiet();
    await letGo('1', '2');
    const report = await running;
    expect(report.stopped?.code).toBe('refused');
    expect(begun).toEqual(['1', '2']);
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['skipped', 'exported', 'skipped', 'skipped', 'skipped', 'skipped']);
    const states = await Promise.all(ids.map(async (id) => (await world.record(world.plan(id)))?.state));
    expect(states).toEqual(['released', 'exported', 'released', 'released', 'released', 'released']);
  });

  it('A6: a store that fails on one export hides nothing of the others that were under way', async () => {
    const { world, letGo, standing } = heldWorld({ concurrency: 3 });
    const store = world.state.exports;
    const failing = world.worker({
      ...store,
      save: (record, version) =>
        record.state === 'stored' && record.key === world.plan('1').key ? Promise.reject(new Error('the disk is full')) : store.save(record, version),
    });
    const told: ExportOutcome[] = [];
    const running = failing.run({
      scope,
      source: world.exportSource,
      guard: () => Promise.resolve(null),
      driver: standing,
      plans: ids.map((id) => world.plan(id)),
      onOutcome: (outcome) => told.push(outcome),
    });
    const thrown = expect(running).rejects.toThrow('the disk is full');
    await quiet();
    await letGo('1');
    await letGo('2', '3');
    await letGo('4', '5', '6');
    await thrown;
    expect(told.map((each) => [each.key, each.outcome])).toEqual([
      [world.plan('2').key, 'exported'],
      [world.plan('3').key, 'exported'],
    ]);
    world.clock.advance(60 * minutes);
    const report = await world.reconcile();
    expect(report.outcomes.map((each) => each.outcome)).toEqual(['exported', 'exported', 'exported', 'exported']);
    expect(world.visma.documents).toHaveLength(6);
  });

  it('C2: nothing else is written before the canary was read back', async () => {
    const { world, begun, letGo, standing } = heldWorld({ concurrency: 4 }, 'sales-entry');
    const running = start(world, standing, ids, { canary: true });
    await quiet();
    expect(begun).toEqual(['1']);
    expect((await world.record(world.plan('2')))).toBeNull();
    await letGo('1');
    expect(begun).toEqual(['1', '2', '3', '4', '5']);
    for (const id of ids) await letGo(id);
    expect((await running).canary).toBe(world.plan('1').key);
  });

  it('A11: bookings, which cannot be taken back, are looked for only when the batch before is in the books', async () => {
    const { world, letGo, standing } = heldWorld({ concurrency: 2, batchSize: 2 }, 'sales-entry');
    const running = start(world, standing, ids.slice(0, 4));
    await quiet();
    expect(world.visma.calls.filter((call) => call === 'lookUp')).toHaveLength(1);
    expect(await world.record(world.plan('3'))).toBeNull();
    await letGo('1', '2');
    await letGo('3', '4');
    expect((await running).outcomes.map((each) => each.outcome)).toEqual(['exported', 'exported', 'exported', 'exported']);
  });
});
