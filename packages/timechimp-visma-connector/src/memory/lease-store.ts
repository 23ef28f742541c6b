import type { LeaseStore } from '../ports/lease-store.ts';
import { atomically } from './atomically.ts';
import type { MemoryTables } from './tables.ts';

/** Leases in memory. */
export function memoryLeaseStore(tables: MemoryTables): LeaseStore {
  return {
    acquire: (name, holder, now, until) =>
      atomically(() => {
        const lease = tables.leases.get(name);
        if (lease && lease.holder !== holder && lease.until > now) return false;
        tables.leases.set(name, { holder, until });
        return true;
      }),
    release: (name, holder) =>
      atomically(() => {
        if (tables.leases.get(name)?.holder === holder) tables.leases.delete(name);
      }),
  };
}
