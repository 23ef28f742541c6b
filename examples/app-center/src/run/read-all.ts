import type { Page, PageRequest } from '@x/timechimp-visma-connector';

/** All items of a paged list. For the lists of one company, which fit into memory: the ports give pages, and leave this to the app. */
export async function readAll<T>(read: (page: PageRequest) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await read({ limit: 1000, after });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}
