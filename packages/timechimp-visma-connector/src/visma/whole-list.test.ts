import type { PagePromise } from '@x/visma-eaccounting';
import { expect, it } from 'vitest';
import { collect } from './whole-list.ts';

/** A list whose readings answer these pages of ids, one after the other; the last reading again and again. */
function listOf(...readings: (readonly string[])[][]) {
  let reading = 0;
  return () => {
    const pages = readings[Math.min(reading, readings.length - 1)] ?? [];
    reading += 1;
    const answers = pages.map((ids) => ({ items: ids.map((Id) => ({ Id })), meta: { TotalNumberOfResults: 4 } }));
    return { pages: () => answers } as unknown as PagePromise<{ readonly Id: string }>;
  };
}

it('A7: an item that is seen twice shows that the list shifted, though its total stays the same: it is read again', async () => {
  expect(await collect(listOf([['a', 'b'], ['b', 'c']], [['n', 'a'], ['b', 'd']]))).toEqual(['n', 'a', 'b', 'd'].map((Id) => ({ Id })));
});

it('A7: where one is seen twice every time, nothing is taken for absent', async () => {
  await expect(collect(listOf([['a', 'b'], ['b', 'c']]))).rejects.toMatchObject({ code: 'busy' });
});
