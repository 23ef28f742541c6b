import type { BillableItem, EntryStatus, Invoice, Project, User } from '@x/billing-core';
import type { SourceActivity } from '../ports/activity-store.ts';
import type { SourceFile } from '../ports/attachment-source.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';

/** What an account of the time-tracking side holds. */
export interface MemoryAccount {
  readonly customers?: readonly SourceCustomer[] | undefined;
  readonly activities?: readonly SourceActivity[] | undefined;
  readonly projects?: readonly Project[] | undefined;
  readonly users?: readonly User[] | undefined;
  /** Hours, expenses and trips with their status; terms are `Open`. */
  readonly items?: readonly BillableItem[] | undefined;
  readonly invoices?: readonly Invoice[] | undefined;
  /** Files by the item's `kind:id`. */
  readonly files?: Readonly<Record<string, readonly SourceFile[]>> | undefined;
}

/** One account's tables, by id; items by `kind:id`. */
export interface AccountTables {
  readonly customers: Map<string, SourceCustomer>;
  readonly activities: Map<string, SourceActivity>;
  readonly projects: Map<string, Project>;
  readonly users: Map<string, User>;
  readonly items: Map<string, BillableItem>;
  readonly invoices: Map<string, Invoice>;
  readonly files: Map<string, readonly SourceFile[]>;
}

/** Tables of an account, filled with copies. */
export function accountTables(account: MemoryAccount): AccountTables {
  const data = structuredClone(account);
  return {
    customers: byId(data.customers),
    activities: byId(data.activities),
    projects: byId(data.projects),
    users: byId(data.users),
    items: new Map((data.items ?? []).map((item) => [`${item.kind}:${item.id}`, item])),
    invoices: byId(data.invoices),
    files: new Map(Object.entries(data.files ?? {})),
  };
}

/** The status of an item; a term has none of its own and counts as open. */
export function statusOf(item: BillableItem): EntryStatus {
  return item.kind === 'term' ? 'Open' : item.status;
}

function byId<T extends { readonly id: string }>(rows: readonly T[] = []): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
