import type { Activity, Customer, Project, User } from '../model/master-data.ts';
import type { ProblemCode } from '../model/problem.ts';
import type { BillingInput } from '../model/proposal.ts';
import { error, type Report } from '../problems/issue.ts';

/** Records by id; `null` for an id that occurs twice: nobody can say which one is meant. */
type Index<T> = ReadonlyMap<string, T | null>;

/** The master data of one run. */
export interface MasterData {
  readonly customers: Index<Customer>;
  readonly projects: Index<Project>;
  readonly activities: Index<Activity>;
  readonly users: Index<User>;
}

function byId<T extends { readonly id: string }>(records: readonly T[] = []): Index<T> {
  const index = new Map<string, T | null>();
  for (const record of records) index.set(record.id, index.has(record.id) ? null : record);
  return index;
}

/** Indexes the master data of an input. */
export function indexRecords({ customers, projects, activities, users }: BillingInput): MasterData {
  return { customers: byId(customers), projects: byId(projects), activities: byId(activities), users: byId(users) };
}

/** The record with an id, `undefined` where none is asked for; reports one that is missing or not unique. */
export function findRecord<T>(
  index: Index<T>,
  id: string | undefined,
  sort: 'customer' | 'project' | 'activity',
  report: Report,
): T | undefined {
  const record = id === undefined ? undefined : index.get(id);
  if (id !== undefined && record === undefined) report(error(`unknown-${sort}` satisfies ProblemCode, `There is no ${sort} ${id}.`, { id }));
  if (id !== undefined && record === null) report(error('duplicate', `There are several of ${sort} ${id}.`, { id }));
  return record ?? undefined;
}
