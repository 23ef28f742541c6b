import type { ConnectionRecord, SettingsRecord } from '../ports/connection-store.ts';
import type { ExportRecord } from '../ports/export-record.ts';
import type { CustomerLink, ItemMark } from '../ports/link-store.ts';

/** Everything that the state stores of one database hold. Keys of scoped tables begin with the scope's text. */
export interface MemoryTables {
  readonly connections: Map<string, ConnectionRecord>;
  readonly settings: Map<string, SettingsRecord>;
  /** Pair to owner. */
  readonly pairs: Map<string, string>;
  readonly linksBySource: Map<string, CustomerLink>;
  readonly linksByVisma: Map<string, string>;
  /** Number to customer, and customer to number. */
  readonly numberOwners: Map<string, string>;
  readonly numbers: Map<string, string>;
  readonly marks: Map<string, ItemMark>;
  readonly cursors: Map<string, string>;
  readonly leases: Map<string, { readonly holder: string; readonly until: number }>;
  readonly exports: Map<string, ExportRecord>;
  /** Item to the key of the live export that holds it. */
  readonly claims: Map<string, string>;
  /** Document id to the key of the export that it belongs to. */
  readonly documents: Map<string, string>;
}

/** An empty database. */
export function createTables(): MemoryTables {
  return {
    connections: new Map(),
    settings: new Map(),
    pairs: new Map(),
    linksBySource: new Map(),
    linksByVisma: new Map(),
    numberOwners: new Map(),
    numbers: new Map(),
    marks: new Map(),
    cursors: new Map(),
    leases: new Map(),
    exports: new Map(),
    claims: new Map(),
    documents: new Map(),
  };
}

/** The text under which something of a scope is kept. */
export function scoped(scope: string, name: string): string {
  return `${scope}\n${name}`;
}
