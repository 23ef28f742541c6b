import type { JsonValue } from './json.ts';
import type { Page, PageRequest } from './page.ts';
import type { ExportScope } from './scope.ts';

/** A tenant's connection to Visma. Tokens are sealed before they get here. */
export interface ConnectionRecord {
  readonly tenantId: string;
  /** New on every connect; of no meaning to exports, which belong to the scope. */
  readonly connectionId: string;
  readonly status: 'connecting' | 'connected' | 'reconnect-needed' | 'disconnected';
  /** The claimed pair. Stays after a disconnect, unless the pair is given up with it. */
  readonly scope: ExportScope | null;
  /** Sealed access and refresh token, or null. */
  readonly sealedTokens: string | null;
  /** Sealed data of an authorization that is under way (state, verifier, expiry), or null. */
  readonly sealedPending: string | null;
  /** Further facts that the use cases keep here, such as the company's name and the cut-off date. */
  readonly facts: JsonValue;
  /** 1 after the first save, one more after each: see `save`. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A tenant's settings, opaque to the store. */
export interface SettingsRecord {
  readonly tenantId: string;
  readonly version: number;
  readonly value: JsonValue;
  readonly updatedAt: number;
}

/** The answer of a guarded write: another writer was first when `changed`. */
export type GuardedWrite = 'saved' | 'changed';

/**
 * Connections, settings, and who owns which pair. One row per tenant; a tenant never sees another's row.
 * Every method is atomic by itself. Values go in and out as copies.
 */
export interface ConnectionStore {
  /** The tenant's connection, or null. Reads what the last successful `save` wrote. */
  load(tenantId: string): Promise<ConnectionRecord | null>;
  /**
   * Writes `record` with version `expectedVersion + 1` (whatever `record.version` says) when the stored version is
   * `expectedVersion`; 0 means that there must be no row yet. Otherwise writes nothing and answers `changed`.
   * Of several writers with the same expected version exactly one is `saved`.
   */
  save(record: ConnectionRecord, expectedVersion: number): Promise<GuardedWrite>;
  /**
   * Claims the pair for the tenant. `claimed` when nobody has it or the tenant has it already; `taken` when another
   * tenant has it (which one is not told). At most one tenant ever owns a pair. The claim outlives disconnecting.
   */
  claimPair(tenantId: string, scope: ExportScope, now: number): Promise<'claimed' | 'taken'>;
  /** Gives the pair up; does nothing when the tenant does not own it. Exports of the pair stay. */
  releasePair(tenantId: string, scope: ExportScope): Promise<void>;
  /** The tenant's settings, or null. */
  loadSettings(tenantId: string): Promise<SettingsRecord | null>;
  /** The same guard as `save`, on the settings' own version. */
  saveSettings(settings: SettingsRecord, expectedVersion: number): Promise<GuardedWrite>;
  /** Tenants that have a connection record of one of these statuses, by tenant id, ascending: for nightly runs. */
  listTenants(statuses: readonly ConnectionRecord['status'][], page: PageRequest): Promise<Page<string>>;
}
