import type { Period } from '../model/primitives.ts';

/** The sorts of terms that a price can be billed in; a project that was billed in one is not billed in another. */
export type PriceSort = 'fixed' | 'instalment' | 'task' | 'milestone';

/** What all keys of a project begin with; an id cannot contain the slash that ends it. */
export function keyPrefix(projectId: string): string {
  return `${encodeURIComponent(projectId)}/`;
}

/** The key of a part of a fixed price: project, sort and part. No price and no date, so that changing them bills nothing twice. */
export function priceKey(projectId: string, sort: PriceSort, part = ''): string {
  return `${keyPrefix(projectId)}${sort}/${part}`;
}

/** Days as a text: `2026-01-15..2026-02-14`. */
export function spanText({ from, to }: Period): string {
  return `${from}..${to}`;
}

/**
 * The key of a subscription's term: the days that it covers, and nothing else. So the keys of billed terms tell day by
 * day what was billed, however start, end, frequency and periods of the subscription are changed later.
 */
export function subscriptionKey(projectId: string, covered: Period): string {
  return `${keyPrefix(projectId)}subscription/${spanText(covered)}`;
}
