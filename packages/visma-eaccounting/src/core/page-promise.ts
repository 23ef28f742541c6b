import { ApiDriftError } from '../errors/api-drift-error.ts';
import { ApiPromise, type Send } from './api-promise.ts';
import type { Page } from './page.ts';

/** Pages without anything new that are tolerated in a row. */
const patience = 2;

/**
 * A list. Nothing is sent until it is used: await it for its first page, or iterate over it for the items of all
 * pages. The next page is fetched while the items of the last one are worked on.
 */
export class PagePromise<T> extends ApiPromise<Page<T>> implements AsyncIterable<T> {
  readonly #operation: string;
  readonly #caller: AbortSignal | undefined;

  constructor(operation: string, caller: AbortSignal | undefined, send: Send<Page<T>>) {
    super(send, true);
    this.#operation = operation;
    this.#caller = caller;
  }

  /** The items of all pages. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    const batches = this.#batches();
    let items: Iterator<T, undefined> = [].values();
    return {
      async next() {
        for (;;) {
          // Results of the array's own iterator: literals written here would end up among the long-lived objects and keep
          // the items of all pages alive until the next large collection.
          const item = items.next();
          if (!item.done) return item;
          const batch = await batches.next();
          if (batch.done) return { done: true, value: undefined };
          items = batch.value[1].values();
        }
      },
      return: () => batches.return() as Promise<IteratorReturnResult<undefined>>,
    };
  }

  /** The pages as the API sends them. */
  async *pages(): AsyncGenerator<Page<T>, void> {
    for await (const [page] of this.#batches()) yield page;
  }

  /** At most `limit` items as an array. The limit is mandatory: nobody knows how long a list is. */
  async toArray({ limit }: { readonly limit: number }): Promise<T[]> {
    const all: T[] = [];
    if (limit > 0) for await (const item of this) if (all.push(item) >= limit) break;
    return all;
  }

  /**
   * The pages with what is new on each. Rows that are inserted meanwhile shift the others, so that a page may begin with
   * what the last one ended with: those are dropped. A server that repeats a page for ever, or promises ever more pages
   * and sends nothing new, is stopped.
   */
  async *#batches(): AsyncGenerator<readonly [page: Page<T>, fresh: readonly T[]], void> {
    const operation = this.#operation;
    const stop = new AbortController();
    const signal = this.#caller ? AbortSignal.any([this.#caller, stop.signal]) : stop.signal;
    let seen = new Set<unknown>();
    let total = Infinity;
    let stale = 0;
    try {
      let ahead: Promise<Page<T>> | undefined = this.then();
      while (ahead) {
        const page: Page<T> = await ahead;
        ahead = page.hasNextPage() ? page.getNextPage(signal) : undefined;
        // Its failure is reported when it is awaited, not before.
        ahead?.catch(() => undefined);
        const { items, meta } = page;
        // Rows of lists without ids (countries, currencies) are compared as a whole.
        const keys = items.map((item) => (item as { readonly Id?: unknown }).Id ?? JSON.stringify(item));
        const fresh = items.filter((_, at) => !seen.has(keys[at]));
        // An empty page proves nothing while the number of pages stands.
        const suspect = fresh.length === 0 && (items.length > 0 || meta.TotalNumberOfPages > total);
        stale = suspect ? stale + 1 : 0;
        if (stale > patience) {
          throw new ApiDriftError(`${operation}: the API repeats a page.`, { delivery: 'answered', operation });
        }
        total = meta.TotalNumberOfPages;
        if (items.length > 0) seen = new Set(keys);
        yield [page, fresh];
      }
    } finally {
      // When the iteration was left, nobody waits for the page ahead any more.
      stop.abort();
    }
  }
}
