import type { ConnectorSource, SourceActivity, SourceCustomer } from '@x/timechimp-visma-connector';
import type { Project } from '@x/billing-core';
import { readAll } from './read-all.ts';

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

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
