import { scopeKey, type ConnectionRecord, type ConnectionStore, type GuardedWrite, type SettingsRecord } from '@x/timechimp-visma-connector';
import type { Database } from './database.ts';
import { findPage, oneOf } from './query.ts';

/** The tables of `sqliteConnections`. Whole records are JSON; what a query needs is a column that SQLite fills from it. */
export const connectionTables = `
  create table if not exists connections (
    tenant text primary key, status text as (record ->> 'status') stored, record text not null
  ) strict;
  create table if not exists settings (tenant text primary key, record text not null) strict;
  create table if not exists pairs (scope text primary key, tenant text not null, claimed_at integer not null) strict`;

/** Connections, settings, and who owns which pair. */
export function sqliteConnections(db: Database): ConnectionStore {
  const connections = guarded<ConnectionRecord>(db, 'connections');
  const settings = guarded<SettingsRecord>(db, 'settings');
  const same = (tenant: string): string => tenant;
  const tenants = { select: 'select tenant from connections', key: 'tenant', parse: same, keyOf: same };
  return {
    ...connections,
    loadSettings: settings.load,
    saveSettings: settings.save,
    claimPair: (tenantId, scope, now) =>
      db.write(() => {
        db.change('insert into pairs values (?, ?, ?) on conflict do nothing', scopeKey(scope), tenantId, now);
        return db.text('select tenant from pairs where scope = ?', scopeKey(scope)) === tenantId ? 'claimed' : 'taken';
      }),
    releasePair: (tenantId, scope) => db.run('delete from pairs where scope = ? and tenant = ?', scopeKey(scope), tenantId),
    listTenants: (statuses, page) => db.read(() => findPage(db, tenants, page, [oneOf('status', statuses)])),
  };
}

/** A table with one record for each tenant, guarded by the record's own version. */
function guarded<T extends ConnectionRecord | SettingsRecord>(db: Database, table: 'connections' | 'settings') {
  const read = (tenantId: string): T | null => {
    const text = db.text(`select record from ${table} where tenant = ?`, tenantId);
    return text === undefined ? null : (JSON.parse(text) as T);
  };
  return {
    load: (tenantId: string) => db.read(() => read(tenantId)),
    save: (record: T, expected: number) =>
      db.write((): GuardedWrite => {
        if ((read(record.tenantId)?.version ?? 0) !== expected) return 'changed';
        const text = JSON.stringify({ ...record, version: expected + 1 });
        db.change(`insert or replace into ${table} (tenant, record) values (?, ?)`, record.tenantId, text);
        return 'saved';
      }),
  };
}
