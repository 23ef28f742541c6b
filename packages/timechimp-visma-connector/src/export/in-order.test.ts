import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

/** Work that ends when told to. */
function held() {
  const waiting = new Map<string, { readonly done: () => void; readonly fail: (error: Error) => void }>();
  const begun: string[] = [];
  return {
    begun,
    work: (item: string) =>
      new Promise<string>((resolve, reject) => {
        begun.push(item);
        waiting.set(item, { done: () => { resolve(item.toUpperCase()); }, fail: reject });
      }),
    end: async (item: string): Promise<void> => {
      waiting.get(item)?.done();
      await new Promise((resolve) => setImmediate(resolve));
    },
    fail: async (item: string): Promise<void> => {
      waiting.get(item)?.fail(new Error(item));
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('inOrder', () => {
  it('begins in order, never more than the bound at a time', async () => {
    const { begun, work, end } = held();
    const running = inOrder(['a', 'b', 'c', 'd'], 2, work, () => undefined);
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('a');
    await end('c');
    await end('d');
    await running;
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells results in the order of the items, whichever ended first', async () => {
    const { work, end } = held();
    const told: string[] = [];
    const running = inOrder(['a', 'b', 'c'], 3, work, (result) => told.push(result));
    await end('c');
    await end('b');
    expect(told).toEqual([]);
    await end('a');
    await running;
    expect(told).toEqual(['A', 'B', 'C']);
  });

  it('begins nothing more after a failure, tells what was under way, and throws', async () => {
    const { begun, work, end, fail } = held();
    const told: string[] = [];
    const running = inOrder(['a', 'b', 'c', 'd'], 3, work, (result) => told.push(result));
    const thrown = expect(running).rejects.toThrow('a');
    await fail('a');
    await end('c');
    await end('b');
    await thrown;
    expect(told).toEqual(['B', 'C']);
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('does nothing for nothing', async () => {
    await inOrder([], 3, () => Promise.reject(new Error('never')), () => undefined);
    expect.assertions(0);
  });
});
