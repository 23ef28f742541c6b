import type { Page, PageRequest } from '../ports/page.ts';

/** How many rows to read for a page: one more than its limit, to know whether there are more. */
export function rowsFor({ limit }: PageRequest): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new RangeError('The limit of a page is a whole number from 1 to 1000.');
  }
  return limit + 1;
}

/** Cuts a page out of rows that were read with `rowsFor`; `keyOf` gives what goes on as `after`. */
export function pageOf<R, T>(
  rows: readonly R[],
  request: PageRequest,
  keyOf: (row: R) => string,
  itemOf: (row: R) => T,
): Page<T> {
  const taken = rows.slice(0, request.limit);
  const last = taken.at(-1);
  return {
    items: taken.map(itemOf),
    ...(last !== undefined && rows.length > request.limit && { next: keyOf(last) }),
  };
}
