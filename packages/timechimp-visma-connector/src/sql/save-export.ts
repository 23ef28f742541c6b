import type { Kysely } from 'kysely';
import { type ExportRecord, isLive } from '../ports/export-record.ts';
import type { SaveResult } from '../ports/export-store.ts';
import { decide } from './decide.ts';
import { addDocuments, hasDocuments } from './export-documents.ts';
import { readExport } from './export-queries.ts';
import { itemsDigest, rowKey, rowOf } from './export-row.ts';
import { LostRaceError, retrying } from './retry.ts';
import type { Tables } from './tables.ts';
import { unescapeText } from './text.ts';
import { whole } from './whole.ts';

/** Stores the record where its version, its state and its items allow it, or writes nothing. */
export async function saveExport(
  db: Kysely<Tables>,
  record: ExportRecord,
  expectedVersion: number,
): Promise<SaveResult> {
  const saved: SaveResult = { outcome: 'saved', record: { ...record, version: expectedVersion + 1 } };
  if (isLive(record.state) && !hasDocuments(record)) {
    return retrying(async () =>
      (await updateRow(db, record, expectedVersion)) ? saved : refusal(db, record, expectedVersion),
    );
  }
  return decide<SaveResult>(db, async (trx, abandon) => {
    if (!(await updateRow(trx, record, expectedVersion))) {
      return abandon(await refusal(trx, record, expectedVersion));
    }
    const owner = await addDocuments(trx, record);
    if (owner !== null) return abandon({ outcome: 'document-taken', key: unescapeText(owner) });
    if (!isLive(record.state)) await freeItems(trx, record);
    return saved;
  });
}

async function updateRow(db: Kysely<Tables>, record: ExportRecord, expectedVersion: number): Promise<boolean> {
  const { scope, key } = rowKey(record);
  const columns = rowOf(record, expectedVersion + 1);
  const updated = await db
    .updateTable('exports')
    .set(columns)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('version', '=', whole(expectedVersion))
    .where((eb) => eb.or([eb('live', '=', true), eb('state', '=', record.state)]))
    .where('items_digest', '=', columns.items_digest)
    .returning('key')
    .execute();
  return updated.length > 0;
}

/** Why nothing was written: what the row says now. */
async function refusal(db: Kysely<Tables>, record: ExportRecord, expectedVersion: number): Promise<SaveResult> {
  const { scope, key } = rowKey(record);
  const current = await readExport(db, scope, key);
  const allowed = current?.version === expectedVersion && (isLive(current.state) || current.state === record.state);
  if (!allowed) return { outcome: 'changed', current };
  if (itemsDigest(current) !== itemsDigest(record)) throw new TypeError('The items of an export do not change.');
  throw new LostRaceError();
}

async function freeItems(db: Kysely<Tables>, record: ExportRecord): Promise<void> {
  const { scope, key } = rowKey(record);
  await db
    .updateTable('export_items')
    .set({ live: false })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('live', '=', true)
    .execute();
}
