import type { CustomerStore } from '../ports/customer-store.ts';
import type { OurCustomer } from './match-customers.ts';

/**
 * The customers outside a selection that matching has to know: those that carry a number of the selection, and those
 * that are linked to a customer of Visma. One pass over the pages of all customers, so that the calls do not grow with
 * the selection; none where everybody selected is linked or has no number.
 */
export async function otherCustomers(
  store: CustomerStore,
  accountId: string,
  selected: readonly OurCustomer[],
  links: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<readonly OurCustomer[]> {
  const ids = new Set(selected.map((each) => each.id));
  const numbers = new Set(selected.filter((each) => !links.has(each.id)).map((each) => (each.number ?? '').trim()));
  numbers.delete('');
  const others: OurCustomer[] = [];
  let after: string | undefined;
  do {
    if (numbers.size === 0) break;
    signal?.throwIfAborted();
    const page = await store.page(accountId, { limit: 1000, after });
    for (const { id, name, number, internal, unspecified } of page.items) {
      const isCustomer = internal !== true && unspecified !== true && !ids.has(id);
      if (isCustomer && (links.has(id) || numbers.has((number ?? '').trim()))) {
        others.push({ id, name, number });
      }
    }
    after = page.next;
  } while (after !== undefined);
  return others;
}
