import type { Kysely } from 'kysely';
import type { ExportRecord } from '../ports/export-record.ts';
import type { ExportQuery } from '../ports/export-store.ts';
import { type ItemRef, itemKey } from '../ports/item-ref.ts';
import type { Page } from '../ports/page.ts';
import { anyOf } from './arrays.ts';
import { batches } from './batches.ts';
import { fromDocument } from './document.ts';
import { pageOf, rowsFor } from './paging.ts';
import type { Tables } from './tables.ts';
import { escapeKey, unescapeText } from './text.ts';
import { whole } from './whole.ts';

/** One record, by its escaped key. */
export async function readExport(db: Kysely<Tables>, scope: string, key: string): Promise<ExportRecord | null> {
  const row = await db
    .selectFrom('exports')
    .select('record')
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? fromDocument(row.record) : null;
}

/** The records of these keys, in the order of the keys. */
export async function getExports(
  db: Kysely<Tables>,
  scope: string,
  keys: readonly string[],
): Promise<readonly ExportRecord[]> {
  const found = new Map<string, ExportRecord>();
  for (const batch of batches([...new Set(keys)].map(escapeKey))) {
    const rows = await db
      .selectFrom('exports')
      .select('record')
      .where('scope', '=', scope)
      .where((eb) => anyOf(eb.ref('key'), batch))
      .execute();
    for (const row of rows) {
      const record = fromDocument(row.record);
      found.set(record.key, record);
    }
  }
  return keys.flatMap((key) => found.get(key) ?? []);
}

/** Every record that has one of these items, by key. */
export async function findExportsByItems(
  db: Kysely<Tables>,
  scope: string,
  refs: readonly ItemRef[],
): Promise<readonly ExportRecord[]> {
  const items = [...new Set(refs.map((ref) => escapeKey(itemKey(ref))))];
  const rows = await db
    .selectFrom('exports')
    .select('record')
    .where('scope', '=', scope)
    .where('key', 'in', (eb) =>
      eb
        .selectFrom('export_items')
        .select('key')
        .where('scope', '=', scope)
        .where((eb) => anyOf(eb.ref('item'), items)),
    )
    .orderBy('key')
    .execute();
  return rows.map((row) => fromDocument(row.record));
}

/** Records by key. */
export async function listExports(db: Kysely<Tables>, scope: string, query: ExportQuery): Promise<Page<ExportRecord>> {
  const { states, kinds, leaseLapsedAt, watchedAt, updatedSince, draftOnly, after } = query;
  let select = db.selectFrom('exports').select('record').where('scope', '=', scope);
  if (states) select = select.where((eb) => anyOf(eb.ref('state'), states));
  if (kinds) select = select.where((eb) => anyOf(eb.ref('kind'), kinds));
  if (leaseLapsedAt !== undefined) {
    select = select.where((eb) =>
      eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', whole(leaseLapsedAt))]),
    );
  }
  if (watchedAt !== undefined) select = select.where('watch_until', '>', whole(watchedAt));
  if (updatedSince !== undefined) select = select.where('updated_at', '>=', whole(updatedSince));
  if (draftOnly === true) select = select.where('draft_only', '=', true);
  if (after !== undefined) select = select.where('key', '>', escapeKey(after));
  const rows = await select.select('key').orderBy('key').limit(rowsFor(query)).execute();
  return pageOf(
    rows,
    query,
    (row) => unescapeText(row.key),
    (row) => fromDocument(row.record),
  );
}
