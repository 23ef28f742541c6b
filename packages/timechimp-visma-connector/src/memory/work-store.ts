import type { BillableItem } from '@x/billing-core';
import { type ItemRef, itemKey } from '../ports/item-ref.ts';
import type { StatusChange, StatusResult, WorkItem, WorkQuery, WorkStore } from '../ports/work-store.ts';
import { atomically } from './atomically.ts';
import { NotStartedError } from './not-started-error.ts';
import { byKey, pageOf } from './paging.ts';
import { type AccountTables, statusOf } from './source-tables.ts';

/** Hours, expenses, trips, terms, projects and people in memory. */
export function memoryWorkStore(
  account: (accountId: string) => AccountTables,
  now: () => number,
): WorkStore {
  return {
    abilities: { terms: true, atomicStatus: true },
    page: (accountId, query) =>
      atomically(() => {
        const entries = [...account(accountId).items].filter(([, item]) => fits(item, query));
        return pageOf(entries.map(([key, item]) => [key, workItem(item)] as const).sort(byKey), query);
      }),
    read: (accountId, refs) =>
      atomically(() => {
        const { items } = account(accountId);
        return refs.flatMap((ref) => {
          const item = items.get(itemKey(ref));
          return item ? [workItem(item)] : [];
        });
      }),
    setStatus: (accountId, change) =>
      atomically(() => {
        if (now() > change.startBefore) throw new NotStartedError();
        if (change.items.length > 100 || new Set(change.items.map(({ ref }) => ref.kind)).size > 1) {
          throw new RangeError('A change of status takes at most 100 items of one kind.');
        }
        const { items } = account(accountId);
        return change.items.map(({ ref, expected }) => setOne(items, ref, expected, change.to));
      }),
    projects: (accountId, page) => atomically(() => pageOf([...account(accountId).projects].sort(byKey), page)),
    users: (accountId, page) => atomically(() => pageOf([...account(accountId).users].sort(byKey), page)),
  };
}

function workItem(item: BillableItem): WorkItem {
  return { ref: { kind: item.kind, id: item.id }, status: statusOf(item), content: item };
}

function setOne(
  items: Map<string, BillableItem>,
  ref: ItemRef,
  expected: string,
  to: StatusChange['to'],
): StatusResult {
  const item = items.get(itemKey(ref));
  if (!item) return { ref, outcome: 'missing' };
  if (item.kind === 'term') return { ref, outcome: 'refused', message: 'A term has no status of its own.' };
  if (item.status !== expected) return { ref, outcome: 'changed', status: item.status };
  items.set(itemKey(ref), { ...item, status: to });
  return { ref, outcome: 'set', status: to };
}

function fits(item: BillableItem, query: WorkQuery): boolean {
  const { kinds, customerIds, projectIds, from, to, statuses } = query;
  return (
    kinds.includes(item.kind) &&
    (customerIds?.includes(item.customerId) ?? true) &&
    (projectIds === undefined || (item.projectId !== undefined && projectIds.includes(item.projectId))) &&
    (from === undefined || item.date >= from) &&
    (to === undefined || item.date <= to) &&
    (statuses?.includes(statusOf(item)) ?? true)
  );
}
