import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../src/ports/export-record.ts';
import { exportOf } from '../sql/records.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const day = 86_400_000;
const scope = { companyIdentifier: 'kadewijk-advies-nl', sourceAccountId: accountId };

let world: ConnectedWorld;

beforeEach(async () => {
  world = createWorld();
  await world.connect();
});

/** Exports that were last changed so many milliseconds ago, with keys in another order. */
async function history(agesMs: readonly number[], change: (index: number) => Partial<ExportRecord> = () => ({})): Promise<void> {
  for (const [index, age] of agesMs.entries()) {
    const record = exportOf(`k${(index * 7) % 11}-${index}`, [`i${index}`], { state: 'exported', updatedAt: world.clock.now() - age, ...change(index) });
    await world.state.exports.claim({ ...record, scope }, 0);
  }
}

async function allPages(request: Omit<Parameters<ConnectedWorld['connector']['exportLog']>[0], 'tenantId'>): Promise<ExportRecord[]> {
  const all: ExportRecord[] = [];
  let after: string | undefined;
  do {
    const page = await world.connector.exportLog({ tenantId, ...request, ...(after === undefined ? {} : { after }) });
    expect(page.exports.length).toBeLessThanOrEqual(request.limit ?? 100);
    all.push(...page.exports);
    after = page.next;
  } while (after !== undefined);
  return all;
}

const newestFirst = (records: readonly ExportRecord[]): ExportRecord[] =>
  records.toSorted((one, other) => other.updatedAt - one.updatedAt || (one.key < other.key ? -1 : 1));

describe('exportLog', () => {
  it('shows every export once, the newest first, whatever the pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(0, 1, 5_000, day, 3 * day, 90 * day, 900 * day), { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), async (ages, limit) => {
        world = createWorld();
        await world.connect();
        await history(ages);
        const shown = await allPages({ order: 'newest', limit });
        expect(shown).toHaveLength(ages.length);
        expect(shown).toEqual(newestFirst(shown));
        expect(await allPages({ order: 'key', limit })).toEqual(shown.toSorted((one, other) => (one.key < other.key ? -1 : 1)));
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 25) },
    );
  });

  it('reads only as far back as the page needs', async () => {
    await history([...Array<number>(30).fill(60_000), ...Array<number>(200).fill(400 * day)]);
    const { exports } = world.state;
    const list = exports.list.bind(exports);
    let read = 0;
    exports.list = async (...args) => {
      const page = await list(...args);
      read += page.items.length;
      return page;
    };
    expect((await world.connector.exportLog({ tenantId, order: 'newest', limit: 20 })).exports).toHaveLength(20);
    expect(read).toBe(30);
  });

  it('is restricted by keys, items, states and kinds together, in both orders and in pages', async () => {
    await history([1, 2, 3, 4, 5, 6], (index) => ({ state: index % 2 === 0 ? 'held' : 'exported', kind: index < 4 ? 'invoice' : 'customer' }));
    const all = await allPages({});
    const held = await allPages({ states: ['held'], kinds: ['invoice'], order: 'newest', limit: 1 });
    expect(held).toEqual(newestFirst(all.filter(({ state, kind }) => state === 'held' && kind === 'invoice')));
    const keys = all.map(({ key }) => key).toReversed();
    expect(await allPages({ keys: [...keys, 'unknown', keys[0] ?? ''], limit: 2 })).toEqual(all);
    expect(await allPages({ keys, order: 'newest', limit: 4 })).toEqual(newestFirst(all));
    expect(await allPages({ keys, states: ['held'], items: [{ kind: 'time', id: 'i0' }, { kind: 'time', id: 'i1' }] })).toEqual(all.filter(({ sources }) => sources[0]?.ref.id === 'i0'));
  });

  it('refuses pages that cannot be', async () => {
    await expect(world.connector.exportLog({ tenantId, limit: 0 })).rejects.toMatchObject({ code: 'input' });
    await expect(world.connector.exportLog({ tenantId, order: 'newest', after: 'invoice:1' })).rejects.toMatchObject({ code: 'input' });
  });

  it('never shows the exports of another pair', async () => {
    await world.state.exports.claim(exportOf('k', ['1'], { state: 'exported' }), 0);
    expect(await allPages({ order: 'newest' })).toEqual([]);
    expect((await world.connector.exportLog({ tenantId, keys: ['k'] })).exports).toEqual([]);
  });
});
