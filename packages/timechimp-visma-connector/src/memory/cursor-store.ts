import type { CursorStore } from '../ports/cursor-store.ts';
import { scopeKey } from '../ports/scope.ts';
import { atomically } from './atomically.ts';
import { type MemoryTables, scoped } from './tables.ts';

/** Remembered values in memory. */
export function memoryCursorStore(tables: MemoryTables): CursorStore {
  return {
    get: (scope, name) => atomically(() => tables.cursors.get(scoped(scopeKey(scope), name)) ?? null),
    set: (scope, name, value, expected) =>
      atomically(() => {
        const key = scoped(scopeKey(scope), name);
        if ((tables.cursors.get(key) ?? null) !== expected) return false;
        if (value === null) tables.cursors.delete(key);
        else tables.cursors.set(key, value);
        return true;
      }),
  };
}
