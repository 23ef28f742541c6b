import type { CustomerStore, SourceCustomer } from '../ports/customer-store.ts';

/** So many numbers are asked for one by one; for more, all customers are read once. */
const few = 20;

/** Finds our customers by number, for a page of Visma's at a time. */
export interface OurCustomers {
  /** Customers per number, trimmed and otherwise to the letter; numbers that nobody carries are absent. */
  withNumbers(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly SourceCustomer[]>>;
  /** Forgets who carried which number: customers were written since. */
  forget(): void;
}

/**
 * Looks few numbers up one by one and otherwise reads all customers once, keeping only their numbers and ids: a store
 * behind a web API then answers some pages instead of thousands of questions.
 */
export function ourCustomers(store: CustomerStore, accountId: string, signal: AbortSignal | undefined): OurCustomers {
  let index: Map<string, string[]> | undefined;
  const readIndex = async (): Promise<Map<string, string[]>> => {
    const ids = new Map<string, string[]>();
    let after: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await store.page(accountId, { limit: 1000, after });
      for (const { id, number } of page.items) {
        const key = (number ?? '').trim();
        ids.set(key, [...(ids.get(key) ?? []), id]);
      }
      after = page.next;
    } while (after !== undefined);
    ids.delete('');
    return ids;
  };
  return {
    forget() {
      index = undefined;
    },
    async withNumbers(numbers) {
      const found = new Map<string, readonly SourceCustomer[]>();
      if (!index && numbers.length <= few) {
        for (const number of numbers) {
          found.set(number, await store.findByNumber(accountId, number, signal));
        }
        return found;
      }
      index ??= await readIndex();
      const ids = numbers.flatMap((number) => index?.get(number) ?? []);
      for (let start = 0; start < ids.length; start += 1000) {
        for (const customer of await store.get(accountId, ids.slice(start, start + 1000), signal)) {
          const key = (customer.number ?? '').trim();
          found.set(key, [...(found.get(key) ?? []), customer]);
        }
      }
      return found;
    },
  };
}
