import type { Page, PageRequest } from '../ports/page.ts';

/** Cuts a page out of entries that are sorted by key. `after` is the key of the last item of the page before. */
export function pageOf<T>(sorted: readonly (readonly [string, T])[], request: PageRequest): Page<T> {
  const { after, limit } = request;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new RangeError('The limit of a page is a whole number from 1 to 1000.');
  }
  const rest = after === undefined ? sorted : sorted.filter(([key]) => key > after);
  const taken = rest.slice(0, limit);
  const last = taken.at(-1);
  return {
    items: taken.map(([, item]) => item),
    ...(last !== undefined && rest.length > limit && { next: last[0] }),
  };
}

/** Compares texts by code unit, as databases with a binary collation do. */
export function byKey<T>(left: readonly [string, T], right: readonly [string, T]): number {
  return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0;
}
