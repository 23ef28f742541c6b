import { itemKey, scopeKey, type ExportRecord, type ExportStore } from '@x/timechimp-visma-connector';
import type { Database } from './database.ts';
import { find, findPage, oneOf } from './query.ts';

const select = 'select record from exports';
const parse = (text: string): ExportRecord => JSON.parse(text) as ExportRecord;

/** The record of this key, if there is one. */
export function readRecord(db: Database, scope: string, key: string): ExportRecord | undefined {
  const text = db.text(`${select} where scope = ? and key = ?`, scope, key);
  return text === undefined ? undefined : parse(text);
}

/** The reads of the ledger. */
export function sqliteExportReads(db: Database): Pick<ExportStore, 'get' | 'findByItems' | 'list'> {
  return {
    get: (scope, keys) => db.read(() => keys.flatMap((key) => readRecord(db, scopeKey(scope), key) ?? [])),
    findByItems: (scope, refs) =>
      db.read(() => {
        const inScope = ['scope = ?', scopeKey(scope)] as const;
        const keys = find(db, 'select key from export_items', [inScope, oneOf('item', refs.map(itemKey))]);
        return find(db, select, [inScope, oneOf('key', keys)], 'order by key').map(parse);
      }),
    list: (scope, query) =>
      db.read(() =>
        findPage(db, { select, key: 'key', parse, keyOf: ({ key }) => key }, query, [
          ['scope = ?', scopeKey(scope)],
          oneOf('state', query.states),
          oneOf('kind', query.kinds),
          ['(lease_until is null or lease_until <= ?)', query.leaseLapsedAt],
          ['watch_until > ?', query.watchedAt],
          ['updated_at >= ?', query.updatedSince],
          ['draft_only = ?', query.draftOnly === true ? 1 : undefined],
        ]),
      ),
  };
}
