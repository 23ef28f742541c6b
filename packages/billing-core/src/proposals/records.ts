import type { Activity, Customer, Project, User } from '../model/master-data.ts';
import type { ProblemCode } from '../model/problem.ts';
import type { BillingInput } from '../model/proposal.ts';
import { error, type Report } from '../problems/issue.ts';

/** Records by id. An id that occurs twice is left out: nobody can say which one is meant. */
export class Records<T extends { readonly id: string }> {
  readonly #byId = new Map<string, T | null>();
  readonly #sort: string;
  readonly #code: ProblemCode;

  /** `sort` names the records in messages. */
  constructor(records: readonly T[], sort: string, code: ProblemCode) {
    this.#sort = sort;
    this.#code = code;
    for (const record of records) this.#byId.set(record.id, this.#byId.has(record.id) ? null : record);
  }

  /** The record with an id; reports one that is missing or not unique. */
  find(id: string, report: Report): T | undefined {
    const record = this.#byId.get(id);
    if (record === undefined) report(error(this.#code, `There is no ${this.#sort} ${id}.`, { id }));
    if (record === null) report(error('duplicate', `There are several of ${this.#sort} ${id}.`, { id }));
    return record ?? undefined;
  }

  /** The record with an id where it is known and unique. */
  peek(id: string): T | undefined {
    return this.#byId.get(id) ?? undefined;
  }
}

/** The master data of one run. */
export interface MasterData {
  readonly customers: Records<Customer>;
  readonly projects: Records<Project>;
  readonly activities: Records<Activity>;
  readonly users: Records<User>;
}

/** Indexes the master data of an input. */
export function indexRecords(input: BillingInput): MasterData {
  return {
    customers: new Records(input.customers, 'customer', 'unknown-customer'),
    projects: new Records(input.projects, 'project', 'unknown-project'),
    activities: new Records(input.activities, 'activity', 'unknown-activity'),
    users: new Records(input.users ?? [], 'user', 'malformed'),
  };
}
