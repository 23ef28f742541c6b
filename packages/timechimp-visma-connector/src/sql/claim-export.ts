import { type Kysely, sql } from 'kysely';
import { type ExportRecord, isLive } from '../ports/export-record.ts';
import type { ClaimResult } from '../ports/export-store.ts';
import { itemKey } from '../ports/item-ref.ts';
import { anyOf } from './arrays.ts';
import { decide } from './decide.ts';
import { addDocuments } from './export-documents.ts';
import { readExport } from './export-queries.ts';
import { itemsOf, rowKey, rowOf } from './export-row.ts';
import { LostRaceError } from './retry.ts';
import type { Tables } from './tables.ts';
import { escapeKey, unescapeText } from './text.ts';
import { whole } from './whole.ts';

/** Makes a record live with all its items, or writes nothing. Everybody locks in the order key, items, documents. */
export async function claimExport(
  db: Kysely<Tables>,
  record: ExportRecord,
  expectedVersion: number,
): Promise<ClaimResult> {
  if (!isLive(record.state)) throw new TypeError('Only a live record can be claimed.');
  return decide<ClaimResult>(db, async (trx, abandon) => {
    if (!(await putRow(trx, record, expectedVersion))) {
      const { scope, key } = rowKey(record);
      const current = await readExport(trx, scope, key);
      if (!current) throw new TypeError('A record that is to be claimed again is not there.');
      return abandon({ outcome: 'exists', record: current });
    }
    const by = await holdItems(trx, record);
    if (by.length > 0) return abandon({ outcome: 'taken', by });
    const owner = await addDocuments(trx, record);
    if (owner !== null) {
      const other = await readExport(trx, rowKey(record).scope, owner);
      if (!other) throw new LostRaceError();
      return abandon({ outcome: 'exists', record: other });
    }
    return { outcome: 'claimed', record: { ...record, version: expectedVersion + 1 } };
  });
}

async function putRow(db: Kysely<Tables>, record: ExportRecord, expectedVersion: number): Promise<boolean> {
  const { scope, key } = rowKey(record);
  const columns = rowOf(record, expectedVersion + 1);
  const written =
    expectedVersion === 0
      ? await db
          .insertInto('exports')
          .values({ scope, key, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .returning('key')
          .execute()
      : await db
          .updateTable('exports')
          .set(columns)
          .where('scope', '=', scope)
          .where('key', '=', key)
          .where('version', '=', whole(expectedVersion))
          .where('live', '=', false)
          .returning('key')
          .execute();
  return written.length > 0;
}

type Holders = readonly { readonly ref: ExportRecord['sources'][number]['ref']; readonly key: string }[];

/** Takes the items, and answers which of them another live export holds. */
async function holdItems(db: Kysely<Tables>, record: ExportRecord): Promise<Holders> {
  const { scope, key } = rowKey(record);
  const items = itemsOf(record);
  // A record that is claimed again may stand for other items than before.
  await db.deleteFrom('export_items').where('scope', '=', scope).where('key', '=', key).execute();
  if (items.length === 0) return [];
  const held = await db
    .insertInto('export_items')
    .columns(['scope', 'item', 'key', 'live'])
    .expression((eb) =>
      eb
        .selectFrom(sql<{ item: string }>`unnest(${items}::text[])`.as<'input'>(sql`input(item)`))
        .select([
          sql<string>`${scope}::text`.as('scope'),
          'input.item',
          sql<string>`${key}::text`.as('key'),
          sql<boolean>`true`.as('live'),
        ])
        .orderBy('input.item'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('item')
    .execute();
  if (held.length === items.length) return [];
  const others = await db
    .selectFrom('export_items')
    .select(['item', 'key'])
    .where('scope', '=', scope)
    .where((eb) => anyOf(eb.ref('item'), items))
    .where('live', '=', true)
    .where('key', '<>', key)
    .execute();
  // Whoever held them has let go since.
  if (others.length === 0) throw new LostRaceError();
  const keyOf = new Map(others.map((other) => [other.item, unescapeText(other.key)]));
  return record.sources.flatMap(({ ref }) => {
    const holder = keyOf.get(escapeKey(itemKey(ref)));
    return holder === undefined ? [] : [{ ref, key: holder }];
  });
}
