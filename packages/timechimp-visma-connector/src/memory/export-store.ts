import { type ExportDocuments, type ExportRecord, isLive } from '../ports/export-record.ts';
import type { ClaimResult, ExportQuery, ExportStore, SaveResult } from '../ports/export-store.ts';
import { itemKey } from '../ports/item-ref.ts';
import { scopeKey } from '../ports/scope.ts';
import { atomically } from './atomically.ts';
import { byKey, pageOf } from './paging.ts';
import { type MemoryTables, scoped } from './tables.ts';

/** The ledger of exports in memory. */
export function memoryExportStore(tables: MemoryTables): ExportStore {
  return {
    claim: (record, expectedVersion) => atomically(() => claim(tables, structuredClone(record), expectedVersion)),
    save: (record, expectedVersion) => atomically(() => save(tables, structuredClone(record), expectedVersion)),
    get: (scope, keys) =>
      atomically(() => keys.flatMap((key) => tables.exports.get(scoped(scopeKey(scope), key)) ?? [])),
    findByItems: (scope, refs) =>
      atomically(() => {
        const wanted = new Set(refs.map(itemKey));
        return recordsOf(tables, scopeKey(scope))
          .filter(([, record]) => record.sources.some((source) => wanted.has(itemKey(source.ref))))
          .map(([, record]) => record);
      }),
    list: (scope, query) =>
      atomically(() =>
        pageOf(
          recordsOf(tables, scopeKey(scope)).filter(([, record]) => fits(record, query)),
          query,
        ),
      ),
  };
}

function claim(tables: MemoryTables, record: ExportRecord, expectedVersion: number): ClaimResult {
  if (!isLive(record.state)) throw new TypeError('Only a live record can be claimed.');
  const scope = scopeKey(record.scope);
  const stored = tables.exports.get(scoped(scope, record.key));
  if (stored && (stored.version !== expectedVersion || isLive(stored.state))) {
    return { outcome: 'exists', record: stored };
  }
  if (!stored && expectedVersion !== 0) throw new TypeError('A record that is to be claimed again is not there.');
  const by = record.sources.flatMap(({ ref }) => {
    const key = tables.claims.get(scoped(scope, itemKey(ref)));
    return key === undefined ? [] : [{ ref, key }];
  });
  if (by.length > 0) return { outcome: 'taken', by };
  const owner = ownerOfDocuments(tables, scope, record);
  if (owner) return { outcome: 'exists', record: owner };
  for (const { ref } of record.sources) tables.claims.set(scoped(scope, itemKey(ref)), record.key);
  return { outcome: 'claimed', record: put(tables, scope, record, expectedVersion + 1) };
}

function save(tables: MemoryTables, record: ExportRecord, expectedVersion: number): SaveResult {
  const scope = scopeKey(record.scope);
  const stored = tables.exports.get(scoped(scope, record.key));
  if (stored?.version !== expectedVersion || !(isLive(stored.state) || stored.state === record.state)) {
    return { outcome: 'changed', current: stored ?? null };
  }
  if (itemsOf(stored) !== itemsOf(record)) throw new TypeError('The items of an export do not change.');
  const owner = ownerOfDocuments(tables, scope, record);
  if (owner) return { outcome: 'document-taken', key: owner.key };
  if (isLive(stored.state) && !isLive(record.state)) {
    for (const { ref } of stored.sources) tables.claims.delete(scoped(scope, itemKey(ref)));
  }
  return { outcome: 'saved', record: put(tables, scope, record, expectedVersion + 1) };
}

function put(tables: MemoryTables, scope: string, record: ExportRecord, version: number): ExportRecord {
  const stored = { ...record, version };
  for (const id of idsOf(record.documents)) tables.documents.set(scoped(scope, id), record.key);
  tables.exports.set(scoped(scope, record.key), stored);
  return stored;
}

function ownerOfDocuments(tables: MemoryTables, scope: string, record: ExportRecord): ExportRecord | undefined {
  const keys = idsOf(record.documents).map((id) => tables.documents.get(scoped(scope, id)));
  const other = keys.find((key) => key !== undefined && key !== record.key);
  return other === undefined ? undefined : tables.exports.get(scoped(scope, other));
}

function idsOf(documents: ExportDocuments): string[] {
  return Object.entries(documents).flatMap(([name, id]: [string, string | undefined]) =>
    id === undefined ? [] : [`${name}:${id}`],
  );
}

function itemsOf(record: ExportRecord): string {
  return JSON.stringify(record.sources.map((source) => itemKey(source.ref)).sort());
}

function recordsOf(tables: MemoryTables, scope: string): (readonly [string, ExportRecord])[] {
  const prefix = scoped(scope, '');
  return [...tables.exports]
    .filter(([key]) => key.startsWith(prefix))
    .map(([, record]) => [record.key, record] as const)
    .sort(byKey);
}

function fits(record: ExportRecord, query: ExportQuery): boolean {
  const { states, kinds, leaseLapsedAt, watchedAt, updatedSince, draftOnly } = query;
  return (
    (states?.includes(record.state) ?? true) &&
    (kinds?.includes(record.kind) ?? true) &&
    (leaseLapsedAt === undefined || record.leaseUntil === null || record.leaseUntil <= leaseLapsedAt) &&
    (watchedAt === undefined || (record.watchUntil !== null && record.watchUntil > watchedAt)) &&
    (updatedSince === undefined || record.updatedAt >= updatedSince) &&
    (draftOnly !== true || (record.documents.draftId !== undefined && record.documents.invoiceId === undefined))
  );
}
