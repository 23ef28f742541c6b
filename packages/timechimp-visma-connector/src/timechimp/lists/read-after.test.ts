import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../http/request.ts';
import type { Transport } from '../http/transport.ts';
import type { Position } from './position.ts';
import { readAfter } from './read-after.ts';
import { scan } from './scan.ts';

const list = { path: '/times' };

/** A list that others change between two requests. */
function changingList(ids: readonly number[], { maxTop = 10_000, tellsCount = true, countsAnswer = false, ordered = true } = {}) {
  const rows = new Set(ids);
  const asked: ApiRequest[] = [];
  const changes: (() => void)[] = [];
  const api: Transport = {
    send: (request) => {
      changes.shift()?.();
      asked.push(request);
      const sorted = [...rows].sort((a, b) => (ordered ? a - b : b - a));
      const { $top, $skip } = request.query ?? {};
      const skip = Number($skip);
      const result = sorted.slice(skip, skip + Math.min(Number($top ?? 100), maxTop)).map((id) => ({ id }));
      return Promise.resolve({ result, ...(tellsCount && { count: countsAnswer ? result.length : sorted.length }) });
    },
  };
  return { api, rows, asked, changes };
}

async function readAll(api: Transport, limit: number): Promise<number[]> {
  const ids: number[] = [];
  let position: Position | undefined;
  do {
    const page = await readAfter(api, list, position, limit);
    ids.push(...page.rows.map(({ id }) => id));
    position = page.next;
  } while (position !== undefined);
  return ids;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('readAfter', () => {
  it.each([0, 1, 99, 100, 101, 250, 1000])('reads all of %d rows, whatever the default of the API', async (count) => {
    const { api, asked } = changingList(numbers(count));
    expect(await readAll(api, 100)).toEqual(numbers(count));
    expect(asked.every(({ query }) => query?.['$top'] !== undefined && query['$orderby'] === 'id' && query['$count'] === 'true')).toBe(true);
  });

  it('does not take a short answer for the end: the count tells it', async () => {
    const { api } = changingList(numbers(250), { maxTop: 7 });
    expect(await readAll(api, 100)).toEqual(numbers(250));
  });

  it('does not believe a count that is only that of the answer', async () => {
    const { api } = changingList(numbers(450), { maxTop: 100, countsAnswer: true });
    expect(await readAll(api, 1000)).toEqual(numbers(450));
  });

  it('makes sure with one more request, only where a whole first answer of 100 rows or more might be cut off', async () => {
    for (const [count, requests] of [[99, 1], [100, 2], [250, 2]] as const) {
      const { api, asked } = changingList(numbers(count));
      expect(await readAll(api, 1000)).toHaveLength(count);
      expect(asked).toHaveLength(requests);
    }
  });

  it('without a count reads until nothing new comes', async () => {
    const { api } = changingList(numbers(250), { maxTop: 50, tellsCount: false });
    expect(await readAll(api, 100)).toEqual(numbers(250));
  });

  it('jumps over no row when rows before it go away', async () => {
    const { api, rows, changes } = changingList(numbers(300));
    changes.push(() => undefined, () => { for (const id of numbers(90)) rows.delete(id); });
    expect(await readAll(api, 100)).toEqual(numbers(300));
  });

  it('goes on when the last row that was read is gone itself', async () => {
    const { api, rows, changes } = changingList(numbers(30));
    changes.push(() => undefined, () => rows.delete(10));
    expect(await readAll(api, 10)).toEqual(numbers(30));
  });

  it('reads no row twice when rows come in before it', async () => {
    const { api, rows, changes } = changingList(numbers(300).map((id) => id * 10));
    changes.push(() => undefined, () => { for (const id of numbers(120)) rows.add(id * 10 - 5); });
    const ids = await readAll(api, 100);
    expect(new Set(ids).size).toBe(ids.length);
    expect(numbers(300).every((id) => ids.includes(id * 10))).toBe(true);
  });

  it('trusts no offset of a list that is not in order of id', async () => {
    const { api } = changingList(numbers(3), { ordered: false });
    await expect(readAll(api, 100)).rejects.toMatchObject({ code: 'api-drift', delivery: 'answered' });
  });

  it('reads every row that exists throughout exactly once, whatever comes and goes meanwhile', { timeout: 120_000 }, async () => {
    const change = fc.record({ remove: fc.array(fc.nat(60), { maxLength: 8 }), add: fc.array(fc.nat(120), { maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(60), { maxLength: 40 }), fc.array(change, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 2, max: 12 }), fc.boolean(),
        async (ids, edits, limit, maxTop, tellsCount) => {
          const { api, rows, changes } = changingList(ids, { maxTop, tellsCount });
          const removed = new Set<number>();
          for (const { remove, add } of edits) {
            changes.push(() => {
              for (const id of remove) if (rows.delete(id)) removed.add(id);
              for (const id of add) rows.add(id);
            });
          }
          const read = await readAll(api, limit);
          expect(read).toEqual([...new Set(read)].sort((a, b) => a - b));
          for (const id of ids) if (!removed.has(id)) expect(read).toContain(id);
        },
      ),
      { numRuns: Number(process.env['FC_RUNS'] ?? 500) },
    );
  });
});

describe('scan', () => {
  it('compares the rows with the count of every page and reads again when something changed', async () => {
    const { api, rows, changes, asked } = changingList(numbers(2500));
    changes.push(() => undefined, () => rows.delete(1));
    const ids = (await scan(api, list)).map(({ id }) => id);
    expect(ids).toEqual(numbers(2500).slice(1));
    expect(asked.length).toBeGreaterThan(5);
  });

  it('gives up on a list that never holds still, and says so', async () => {
    const { api, rows, changes } = changingList(numbers(1500));
    for (let each = 1; each <= 20; each += 1) changes.push(() => rows.add(5000 + each));
    await expect(scan(api, list)).rejects.toMatchObject({ code: 'list-changing' });
  });
});
