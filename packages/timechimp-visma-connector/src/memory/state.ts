import type { ConnectorState } from '../ports/connector-state.ts';
import { memoryConnectionStore } from './connection-store.ts';
import { memoryCursorStore } from './cursor-store.ts';
import { memoryExportStore } from './export-store.ts';
import { memoryLeaseStore } from './lease-store.ts';
import { memoryLinkStore } from './link-store.ts';
import { createTables, type MemoryTables } from './tables.ts';

/** The state in memory, with a way to lose it. */
export interface MemoryState extends ConnectorState {
  /** The same data through stores of their own, as another process would have it. */
  reopen(): ConnectorState;
  /** A copy of everything, as a backup would have it. */
  snapshot(): MemorySnapshot;
  /** Puts a backup back; everything since is lost. */
  restore(snapshot: MemorySnapshot): void;
}

/** A backup of a `MemoryState`; opaque. */
export interface MemorySnapshot {
  readonly tables: MemoryTables;
}

/** Creates an empty state. For tests, examples and trials: it is gone when the process ends. */
export function createMemoryState(): MemoryState {
  const tables = createTables();
  return {
    ...storesOf(tables),
    reopen: () => storesOf(tables),
    snapshot: () => ({ tables: structuredClone(tables) }),
    restore: (snapshot) => {
      const names = Object.keys(tables) as (keyof MemoryTables)[];
      for (const name of names) replace(tables[name], structuredClone(snapshot.tables[name]));
    },
  };
}

function storesOf(tables: MemoryTables): ConnectorState {
  return {
    connections: memoryConnectionStore(tables),
    links: memoryLinkStore(tables),
    cursors: memoryCursorStore(tables),
    leases: memoryLeaseStore(tables),
    exports: memoryExportStore(tables),
  };
}

function replace(table: Map<string, unknown>, content: ReadonlyMap<string, unknown>): void {
  table.clear();
  for (const [key, value] of content) table.set(key, value);
}
