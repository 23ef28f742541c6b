import { itemKey, scopeKey, type ClaimResult, type ExportRecord, type ExportStore, type SaveResult } from '@x/timechimp-visma-connector';
import type { Database } from './database.ts';
import { readRecord, sqliteExportReads } from './export-reads.ts';

/** The tables of `sqliteExports`. An item is live once, by the partial index; a document id is there once, for ever. */
export const exportTables = `
  create table if not exists exports (
    scope text, key text,
    state text as (record ->> 'state') stored,
    kind text as (record ->> 'kind') stored,
    lease_until integer as (record ->> 'leaseUntil') stored,
    watch_until integer as (record ->> 'watchUntil') stored,
    updated_at integer as (record ->> 'updatedAt') stored,
    draft_only integer as (record ->> '$.documents.draftId' is not null and record ->> '$.documents.invoiceId' is null) stored,
    record text not null,
    primary key (scope, key)
  ) strict;
  create index if not exists exports_by_state on exports (scope, state, key);
  create table if not exists export_items (
    scope text, item text, key text, live integer not null, primary key (scope, item, key)
  ) strict;
  create unique index if not exists export_items_one_live on export_items (scope, item) where live;
  create index if not exists export_items_by_key on export_items (scope, key);
  create table if not exists export_documents (
    scope text, field text, id text, key text not null, primary key (scope, field, id)
  ) strict`;

/** The states that hold no items. A state that this adapter does not know yet holds them, which is the safe way round. */
const freeStates: readonly ExportRecord['state'][] = ['released', 'rejected', 'stale', 'not-written', 'undone'];
const isFree = ({ state }: ExportRecord): boolean => freeStates.includes(state);

/** The ledger of exports. */
export function sqliteExports(db: Database): ExportStore {
  function claim(record: ExportRecord, expectedVersion: number): ClaimResult {
    if (isFree(record)) throw new TypeError(`An export cannot be claimed in the state ${record.state}.`);
    const scope = scopeKey(record.scope);
    const stored = readRecord(db, scope, record.key);
    if (stored && (stored.version !== expectedVersion || !isFree(stored))) return { outcome: 'exists', record: stored };
    if (!stored && expectedVersion !== 0) throw new TypeError(`There is no export ${record.key} to claim again.`);

    const by = record.sources.flatMap(({ ref }) => {
      const key = db.text('select key from export_items where scope = ? and item = ? and live', scope, itemKey(ref));
      return key === undefined ? [] : [{ ref, key }];
    });
    if (by.length > 0) return { outcome: 'taken', by };
    const owner = documentOwner(scope, record);
    const other = owner === undefined ? undefined : readRecord(db, scope, owner);
    if (other) return { outcome: 'exists', record: other };

    // An export that is claimed again may have other items than before.
    db.change('delete from export_items where scope = ? and key = ?', scope, record.key);
    for (const item of itemsOf(record)) db.change('insert into export_items values (?, ?, ?, 1)', scope, item, record.key);
    return { outcome: 'claimed', record: store(scope, record, expectedVersion + 1) };
  }

  function save(record: ExportRecord, expectedVersion: number): SaveResult {
    const scope = scopeKey(record.scope);
    const stored = readRecord(db, scope, record.key);
    if (stored?.version !== expectedVersion) return { outcome: 'changed', current: stored ?? null };
    // Its items may be in another export by now, so a save never makes a free export live.
    if (isFree(stored) && record.state !== stored.state) return { outcome: 'changed', current: stored };
    if (JSON.stringify(itemsOf(record)) !== JSON.stringify(itemsOf(stored))) throw new TypeError(`A save cannot change the items of export ${record.key}.`);
    const owner = documentOwner(scope, record);
    if (owner !== undefined) return { outcome: 'document-taken', key: owner };

    if (isFree(record)) db.change('update export_items set live = 0 where scope = ? and key = ?', scope, record.key);
    return { outcome: 'saved', record: store(scope, record, expectedVersion + 1) };
  }

  /** The key of another export that has one of the document ids. */
  function documentOwner(scope: string, record: ExportRecord): string | undefined {
    return documentsOf(record)
      .map(([field, id]) => db.text('select key from export_documents where scope = ? and field = ? and id = ? and key <> ?', scope, field, id, record.key))
      .find((key) => key !== undefined);
  }

  function store(scope: string, record: ExportRecord, version: number): ExportRecord {
    const text = JSON.stringify({ ...record, version });
    db.change('insert or replace into exports (scope, key, record) values (?, ?, ?)', scope, record.key, text);
    for (const [field, id] of documentsOf(record)) {
      db.change('insert into export_documents values (?, ?, ?, ?) on conflict do nothing', scope, field, id, record.key);
    }
    return JSON.parse(text) as ExportRecord;
  }

  return {
    ...sqliteExportReads(db),
    claim: (record, expectedVersion) => db.write(() => claim(record, expectedVersion)),
    save: (record, expectedVersion) => db.write(() => save(record, expectedVersion)),
  };
}

/** Each item once, sorted. */
const itemsOf = ({ sources }: ExportRecord): readonly string[] => [...new Set(sources.map(({ ref }) => itemKey(ref)))].sort();

function documentsOf({ documents }: ExportRecord): readonly (readonly [field: string, id: string])[] {
  return Object.entries(documents).flatMap(([field, id]: [string, string | undefined]) => (id === undefined ? [] : [[field, id] as const]));
}
