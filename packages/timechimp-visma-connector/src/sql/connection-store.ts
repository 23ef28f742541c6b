import type { Kysely } from 'kysely';
import type { ConnectionRecord, ConnectionStore, GuardedWrite, SettingsRecord } from '../ports/connection-store.ts';
import type { PageRequest } from '../ports/page.ts';
import { type ExportScope, scopeKey } from '../ports/scope.ts';
import { anyOf } from './arrays.ts';
import { fromDocument, toDocument } from './document.ts';
import { pageOf, rowsFor } from './paging.ts';
import { retrying } from './retry.ts';
import type { Tables } from './tables.ts';
import { escapeKey, unescapeText } from './text.ts';
import { whole } from './whole.ts';

/** Connections, settings and pairs in SQL. */
export function sqlConnectionStore(db: Kysely<Tables>): ConnectionStore {
  return {
    load: (tenantId) => load(db, 'connections', tenantId),
    save: (record, expectedVersion) => retrying(() => saveConnection(db, record, expectedVersion)),
    claimPair: (tenantId, scope, now) => retrying(() => claimPair(db, tenantId, scope, now)),
    releasePair: (tenantId, scope) =>
      retrying(async () => {
        await db
          .deleteFrom('pairs')
          .where('scope', '=', escapeKey(scopeKey(scope)))
          .where('tenant_id', '=', escapeKey(tenantId))
          .execute();
      }),
    loadSettings: (tenantId) => load(db, 'settings', tenantId),
    saveSettings: (settings, expectedVersion) => retrying(() => saveSettings(db, settings, expectedVersion)),
    listTenants: (statuses, page) => listTenants(db, statuses, page),
  };
}

async function load(db: Kysely<Tables>, table: 'connections', tenantId: string): Promise<ConnectionRecord | null>;
async function load(db: Kysely<Tables>, table: 'settings', tenantId: string): Promise<SettingsRecord | null>;
async function load(
  db: Kysely<Tables>,
  table: 'connections' | 'settings',
  tenantId: string,
): Promise<ConnectionRecord | SettingsRecord | null> {
  const row = await db
    .selectFrom(table)
    .select('record')
    .where('tenant_id', '=', escapeKey(tenantId))
    .executeTakeFirst();
  return row ? fromDocument(row.record) : null;
}

async function saveConnection(db: Kysely<Tables>, record: ConnectionRecord, expected: number): Promise<GuardedWrite> {
  const version = whole(expected + 1);
  const values = { status: record.status, version, record: toDocument({ ...record, version }) };
  const tenant_id = escapeKey(record.tenantId);
  const written =
    expected === 0
      ? await db
          .insertInto('connections')
          .values({ tenant_id, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('tenant_id')
          .execute()
      : await db
          .updateTable('connections')
          .set(values)
          .where('tenant_id', '=', tenant_id)
          .where('version', '=', whole(expected))
          .returning('tenant_id')
          .execute();
  return written.length > 0 ? 'saved' : 'changed';
}

async function saveSettings(db: Kysely<Tables>, settings: SettingsRecord, expected: number): Promise<GuardedWrite> {
  const version = whole(expected + 1);
  const values = { version, record: toDocument({ ...settings, version }) };
  const tenant_id = escapeKey(settings.tenantId);
  const written =
    expected === 0
      ? await db
          .insertInto('settings')
          .values({ tenant_id, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('tenant_id')
          .execute()
      : await db
          .updateTable('settings')
          .set(values)
          .where('tenant_id', '=', tenant_id)
          .where('version', '=', whole(expected))
          .returning('tenant_id')
          .execute();
  return written.length > 0 ? 'saved' : 'changed';
}

async function claimPair(
  db: Kysely<Tables>,
  tenantId: string,
  scope: ExportScope,
  now: number,
): Promise<'claimed' | 'taken'> {
  const owned = await db
    .insertInto('pairs')
    .values({ scope: escapeKey(scopeKey(scope)), tenant_id: escapeKey(tenantId), claimed_at: whole(now) })
    .onConflict((conflict) =>
      conflict
        .column('scope')
        .doUpdateSet((set) => ({ tenant_id: set.ref('excluded.tenant_id') }))
        .whereRef('pairs.tenant_id', '=', 'excluded.tenant_id'),
    )
    .returning('scope')
    .execute();
  return owned.length > 0 ? 'claimed' : 'taken';
}

async function listTenants(db: Kysely<Tables>, statuses: readonly ConnectionRecord['status'][], page: PageRequest) {
  const { after } = page;
  const rows = await db
    .selectFrom('connections')
    .select('tenant_id')
    .where((eb) => anyOf(eb.ref('status'), statuses))
    .$if(after !== undefined, (query) => query.where('tenant_id', '>', escapeKey(after ?? '')))
    .orderBy('tenant_id')
    .limit(rowsFor(page))
    .execute();
  return pageOf(rows, page, tenantOf, tenantOf);
}

function tenantOf(row: { readonly tenant_id: string }): string {
  return unescapeText(row.tenant_id);
}
