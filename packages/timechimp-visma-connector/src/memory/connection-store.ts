import type { ConnectionRecord, ConnectionStore, GuardedWrite } from '../ports/connection-store.ts';
import { scopeKey } from '../ports/scope.ts';
import { atomically } from './atomically.ts';
import { byKey, pageOf } from './paging.ts';
import type { MemoryTables } from './tables.ts';

/** Connections, settings and pairs in memory. */
export function memoryConnectionStore(tables: MemoryTables): ConnectionStore {
  return {
    load: (tenantId) => atomically(() => tables.connections.get(tenantId) ?? null),
    save: (record, expectedVersion) =>
      atomically(() => guardedSet(tables.connections, record, expectedVersion)),
    claimPair: (tenantId, scope) =>
      atomically(() => {
        const key = scopeKey(scope);
        const owner = tables.pairs.get(key) ?? tenantId;
        if (owner !== tenantId) return 'taken';
        tables.pairs.set(key, tenantId);
        return 'claimed';
      }),
    releasePair: (tenantId, scope) =>
      atomically(() => {
        const key = scopeKey(scope);
        if (tables.pairs.get(key) === tenantId) tables.pairs.delete(key);
      }),
    loadSettings: (tenantId) => atomically(() => tables.settings.get(tenantId) ?? null),
    saveSettings: (settings, expectedVersion) =>
      atomically(() => guardedSet(tables.settings, settings, expectedVersion)),
    listTenants: (statuses, page) =>
      atomically(() => {
        const wanted = new Set<ConnectionRecord['status']>(statuses);
        const entries = [...tables.connections]
          .filter(([, record]) => wanted.has(record.status))
          .map(([tenantId]) => [tenantId, tenantId] as const);
        return pageOf(entries.sort(byKey), page);
      }),
  };
}

function guardedSet<T extends { readonly tenantId: string; readonly version: number }>(
  table: Map<string, T>,
  record: T,
  expectedVersion: number,
): GuardedWrite {
  const stored = table.get(record.tenantId);
  if ((stored?.version ?? 0) !== expectedVersion) return 'changed';
  table.set(record.tenantId, { ...structuredClone(record), version: expectedVersion + 1 });
  return 'saved';
}
