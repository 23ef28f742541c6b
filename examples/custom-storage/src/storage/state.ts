import type { ConnectorState } from '@x/timechimp-visma-connector';
import { connectionTables, sqliteConnections } from './connections.ts';
import { cursorTables, sqliteCursors } from './cursors.ts';
import { Database } from './database.ts';
import { exportTables, sqliteExports } from './exports.ts';
import { leaseTables, sqliteLeases } from './leases.ts';
import { linkTables, sqliteLinks } from './links.ts';

/** State in a file of SQLite, for any number of processes on one machine; `db` is the file itself. */
export type SqliteState = ConnectorState & { readonly db: Database };

/** Opens the file and makes what is missing in it. */
export function openSqliteState(file: string): SqliteState {
  const db = new Database(file, [connectionTables, linkTables, cursorTables, leaseTables, exportTables]);
  return {
    db,
    connections: sqliteConnections(db),
    links: sqliteLinks(db),
    cursors: sqliteCursors(db),
    leases: sqliteLeases(db),
    exports: sqliteExports(db),
  };
}
