import { ApiDriftError } from '../errors/api-drift-error.ts';
import type { Page } from './page.ts';

/** Pages without anything new that are tolerated in a row. */
const patience = 2;

/**
 * Watches the pages of one iteration and answers what is new on each. Rows that are inserted meanwhile shift the
 * others, so that a page may begin with what the last one ended with: those are dropped. A server that repeats a page
 * for ever, or promises ever more pages and sends nothing new, is stopped.
 */
export function noveltyFilter<T>(operation: string): (page: Page<T>) => readonly T[] {
  let seen = new Set<unknown>();
  let total = Infinity;
  let stale = 0;
  return ({ items, meta }) => {
    const here = new Set<unknown>();
    const fresh = items.filter((item) => {
      const key = identity(item);
      here.add(key);
      return !seen.has(key);
    });
    // An empty page proves nothing while the number of pages stands.
    const suspect = fresh.length === 0 && (items.length > 0 || meta.TotalNumberOfPages > total);
    stale = suspect ? stale + 1 : 0;
    if (stale > patience) {
      const message = `${operation}: the API repeats a page.`;
      throw new ApiDriftError(message, { delivery: 'answered', operation });
    }
    total = meta.TotalNumberOfPages;
    if (items.length > 0) seen = here;
    return fresh;
  };
}

/** The id of a row; rows of lists without ids (countries, currencies) are compared as a whole. */
function identity(item: unknown): unknown {
  return (item as { readonly Id?: unknown }).Id ?? JSON.stringify(item);
}
