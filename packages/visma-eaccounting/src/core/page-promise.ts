import { ApiPromise, type Send } from './api-promise.ts';
import { noveltyFilter } from './novelty.ts';
import type { Page } from './page.ts';

/**
 * A list. Nothing is sent until it is used: await it for its first page, or iterate over it for the items of all
 * pages. The next page is fetched while the items of the last one are worked on.
 */
export class PagePromise<T> extends ApiPromise<Page<T>> implements AsyncIterable<T> {
  readonly #operation: string;

  constructor(operation: string, send: Send<Page<T>>) {
    super(send, true);
    this.#operation = operation;
  }

  /** The items of all pages. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    const batches = this.#batches();
    let items: readonly T[] = [];
    let at = 0;
    const next = async (): Promise<IteratorResult<T, undefined>> => {
      while (at >= items.length) {
        const batch = await batches.next();
        if (batch.done) return { done: true, value: undefined };
        items = batch.value[1];
        at = 0;
      }
      return { done: false, value: items[at++] as T };
    };
    return {
      next: () => (at < items.length ? Promise.resolve({ done: false, value: items[at++] as T }) : next()),
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

  async *#batches(): AsyncGenerator<readonly [page: Page<T>, fresh: readonly T[]], void> {
    const freshOf = noveltyFilter<T>(this.#operation);
    let ahead: Promise<Page<T>> | undefined = this.then();
    while (ahead) {
      const page: Page<T> = await ahead;
      ahead = page.hasNextPage() ? page.getNextPage() : undefined;
      // Its failure is reported when it is awaited, not before.
      ahead?.catch(() => undefined);
      yield [page, freshOf(page)];
    }
  }
}
