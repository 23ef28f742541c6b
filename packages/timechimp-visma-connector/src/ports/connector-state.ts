import type { ConnectionStore } from './connection-store.ts';
import type { CursorStore } from './cursor-store.ts';
import type { ExportStore } from './export-store.ts';
import type { LeaseStore } from './lease-store.ts';
import type { LinkStore } from './link-store.ts';

/** All state of the connector: what an adapter of a database provides. */
export interface ConnectorState {
  readonly connections: ConnectionStore;
  readonly links: LinkStore;
  readonly cursors: CursorStore;
  readonly leases: LeaseStore;
  readonly exports: ExportStore;
}
