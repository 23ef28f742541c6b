import type { ConnectorSource, Page, PageRequest, SourceActivity, SourceCustomer } from '@x/timechimp-visma-connector';
import type { Project } from '@x/billing-core';

/** Records of the time-tracking side by id, for names on screens and in filters. */
export interface Names {
  readonly customers: ReadonlyMap<string, SourceCustomer>;
  readonly projects: ReadonlyMap<string, Project>;
  readonly activities: ReadonlyMap<string, SourceActivity>;
  readonly users: ReadonlyMap<string, { readonly id: string; readonly name?: string | undefined }>;
}

/** Reads all customers, projects, activities and people of the account. */
export async function readNames({ customers, work, activities }: ConnectorSource, accountId: string): Promise<Names> {
  const [allCustomers, allProjects, allActivities, allUsers] = await Promise.all([
    readAll((page) => customers.page(accountId, page)),
    readAll((page) => work.projects(accountId, page)),
    readAll((page) => activities.page(accountId, page)),
    readAll((page) => work.users(accountId, page)),
  ]);
  return { customers: byId(allCustomers), projects: byId(allProjects), activities: byId(allActivities), users: byId(allUsers) };
}

/** All items of a paged list. */
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

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
