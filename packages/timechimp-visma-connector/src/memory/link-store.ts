import { itemKey } from '../ports/item-ref.ts';
import type { CustomerLink, ItemMark, LinkStore } from '../ports/link-store.ts';
import { scopeKey } from '../ports/scope.ts';
import { atomically } from './atomically.ts';
import { byKey, pageOf } from './paging.ts';
import { type MemoryTables, scoped } from './tables.ts';

/** Links, reserved numbers and marks in memory. */
export function memoryLinkStore(tables: MemoryTables): LinkStore {
  return {
    customerLinks: (scope, sourceCustomerIds) =>
      atomically(() => {
        const prefix = scoped(scopeKey(scope), '');
        const wanted = sourceCustomerIds && new Set(sourceCustomerIds);
        return [...tables.linksBySource]
          .filter(([key, link]) => key.startsWith(prefix) && (wanted?.has(link.sourceCustomerId) ?? true))
          .map(([, link]) => link);
      }),
    linkCustomers: (scope, links) => atomically(() => links.map((link) => linkOne(tables, scopeKey(scope), link))),
    unlinkCustomer: (scope, sourceCustomerId) =>
      atomically(() => {
        const key = scoped(scopeKey(scope), sourceCustomerId);
        const link = tables.linksBySource.get(key);
        if (!link) return;
        tables.linksBySource.delete(key);
        tables.linksByVisma.delete(scoped(scopeKey(scope), link.vismaCustomerId));
      }),
    reserveNumber: (scope, sourceCustomerId, number) =>
      atomically(() => {
        const customer = scoped(scopeKey(scope), sourceCustomerId);
        const earlier = tables.numbers.get(customer);
        if (earlier !== undefined) return earlier;
        const reservation = scoped(scopeKey(scope), number);
        if (tables.numberOwners.has(reservation)) return null;
        tables.numberOwners.set(reservation, customer);
        tables.numbers.set(customer, number);
        return number;
      }),
    mark: (scope, marks) => atomically(() => marks.map((mark) => markOne(tables, scopeKey(scope), mark))),
    unmark: (scope, refs, kind) =>
      atomically(() => {
        for (const ref of refs) {
          const key = scoped(scopeKey(scope), itemKey(ref));
          if (tables.marks.get(key)?.kind === kind) tables.marks.delete(key);
        }
      }),
    listMarks: (scope, query) =>
      atomically(() => {
        const prefix = scoped(scopeKey(scope), '');
        const wanted = query.refs && new Set(query.refs.map(itemKey));
        const entries = [...tables.marks]
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, mark]) => [key.slice(prefix.length), mark] as const)
          .filter(([key, mark]) => (wanted?.has(key) ?? true) && (query.kind ?? mark.kind) === mark.kind);
        return pageOf(entries.sort(byKey), query);
      }),
  };
}

function linkOne(tables: MemoryTables, scope: string, link: CustomerLink): 'linked' | 'taken' {
  const source = scoped(scope, link.sourceCustomerId);
  const visma = scoped(scope, link.vismaCustomerId);
  const there = tables.linksBySource.get(source);
  const back = tables.linksByVisma.get(visma);
  if (there?.vismaCustomerId === link.vismaCustomerId) return 'linked';
  if (there !== undefined || back !== undefined) return 'taken';
  tables.linksBySource.set(source, structuredClone(link));
  tables.linksByVisma.set(visma, link.sourceCustomerId);
  return 'linked';
}

function markOne(tables: MemoryTables, scope: string, mark: ItemMark): 'set' | 'other' {
  const key = scoped(scope, itemKey(mark.ref));
  const there = tables.marks.get(key);
  if (there && there.kind !== mark.kind) return 'other';
  if (!there) tables.marks.set(key, structuredClone(mark));
  return 'set';
}
