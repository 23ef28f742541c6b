import type { WorkItem } from '../../ports/work-store.ts';
import type { Account } from '../account.ts';
import type { Row } from '../lists/envelope.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import type { WireEntry } from '../schemas/entry.ts';
import { entryOf, type EntryKind, itemOf } from './items.ts';

/** The list of a kind. */
export function listOf(kind: EntryKind, account: Account): { readonly path: string; readonly expand?: string | undefined } {
  switch (kind) {
    case 'time':
      return { path: '/times' };
    case 'expense':
      return { path: '/expenses', expand: account.options.expenseExpand };
    case 'mileage':
      return { path: account.options.mileagePath };
  }
}

/**
 * Rows as items. An entry may name its project only: the customers of such projects are looked up, all at once.
 * Rows that cannot become items are reported and left out.
 */
export async function workItems(
  kind: EntryKind,
  rows: readonly Row[],
  account: Account,
  signal: AbortSignal | undefined,
): Promise<readonly WorkItem[]> {
  const entries = rows.flatMap((row) => entryOf(kind, row, account) ?? []);
  const orphans = entries.filter(({ customer, project }) => !customer && project);
  const customers = await customersOfProjects(orphans, account, signal);
  return entries.flatMap((entry) => {
    const customerId = entry.customer ? String(entry.customer.id) : customers.get(entry.project?.id ?? -1);
    return itemOf(kind, entry, customerId, account) ?? [];
  });
}

async function customersOfProjects(
  entries: readonly WireEntry[],
  account: Account,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(entries.flatMap(({ project }) => (project ? [String(project.id)] : [])))];
  const rows = await readByIds(account.v2, account, { path: '/projects', expand: 'customer' }, ids, signal);
  return new Map(
    rows.flatMap(({ id, customer }) =>
      typeof customer === 'object' && customer !== null && 'id' in customer && typeof customer.id === 'number'
        ? [[id, String(customer.id)] as const]
        : [],
    ),
  );
}
