import { ApiDriftError } from '../errors/api-drift-error.ts';
import type { Page } from './page.ts';

const limit = 3;

/**
 * Watches the pages of one iteration. Rows that are inserted meanwhile shift the others, so that a page may begin with
 * what the last one ended with: those are dropped. A server that repeats a page for ever, or promises ever more pages
 * and sends nothing new, is stopped.
 */
export class Novelty<T> {
  readonly #operation: string;
  #seen: ReadonlySet<unknown> = new Set();
  #total = 0;
  #stale = 0;

  constructor(operation: string) {
    this.#operation = operation;
  }

  /** The items of a page that the previous page did not hold. */
  fresh(page: Page<T>): readonly T[] {
    const keys = page.items.map(identity);
    const fresh = this.#seen.size === 0 ? page.items : page.items.filter((_, at) => !this.#seen.has(keys[at]));
    const endless = page.items.length > 0 || page.meta.TotalNumberOfPages > this.#total;
    this.#stale = fresh.length === 0 && this.#total > 0 && endless ? this.#stale + 1 : 0;
    if (this.#stale >= limit) {
      throw new ApiDriftError(`${this.#operation}: the API repeats the same page.`, {
        delivery: 'answered',
        operation: this.#operation,
      });
    }
    this.#total = page.meta.TotalNumberOfPages;
    if (keys.length > 0) this.#seen = new Set(keys);
    return fresh;
  }
}

/** The id of a row; rows of lists without ids (countries, currencies) are compared as a whole. */
function identity(item: unknown): unknown {
  const id = (item as { readonly Id?: unknown }).Id;
  return typeof id === 'string' ? id : JSON.stringify(item);
}
