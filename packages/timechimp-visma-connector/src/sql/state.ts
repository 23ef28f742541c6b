import type { Kysely } from 'kysely';
import type { ConnectorState } from '../ports/connector-state.ts';
import { sqlConnectionStore } from './connection-store.ts';
import { sqlCursorStore } from './cursor-store.ts';
import { sqlExportStore } from './export-store.ts';
import { sqlLeaseStore } from './lease-store.ts';
import { sqlLinkStore } from './link-store.ts';
import { ourTables, type SqlNames } from './names.ts';

/** Settings of `createSqlState`. */
export interface SqlStateOptions<DB> extends SqlNames {
  /**
   * A Kysely with PostgreSQL's or PGlite's dialect, not a transaction. `fromPg`, `fromPglite` and `openEmbedded` make
   * one. It stays the caller's: nothing here closes it.
   */
  readonly db: Kysely<DB>;
}

/**
 * The connector's state in PostgreSQL 14 or newer, for any number of processes. The tables must exist, see
 * `migrateSqlState`. Methods throw what the driver throws when the database cannot be reached; whether a write that was
 * under way took place is then not known, and reading it again tells.
 *
 * Beyond the ports' laws: ids, keys, names and scopes take at most 1,000 bytes each (`RangeError`), times and versions
 * are whole numbers (`RangeError`), and lists are ordered by code point.
 */
export function createSqlState<DB>(options: SqlStateOptions<DB>): ConnectorState {
  const db = ourTables(options.db, options);
  return {
    connections: sqlConnectionStore(db),
    links: sqlLinkStore(db),
    cursors: sqlCursorStore(db),
    leases: sqlLeaseStore(db),
    exports: sqlExportStore(db),
  };
}
