import type { Civil } from '../calendar/local-date.ts';
import { formatDate } from '../calendar/local-date.ts';
import type { Frequency } from '../model/master-data.ts';

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

/** The key of a subscription's period: the calendar period that it starts in, so that moving the start a few days changes nothing. */
export function subscriptionKey(projectId: string, frequency: Frequency, bucket: Civil): string {
  return `${keyPrefix(projectId)}subscription/${frequency}/${formatDate(bucket)}`;
}
