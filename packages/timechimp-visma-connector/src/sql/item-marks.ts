import { type Kysely, sql } from 'kysely';
import { type ItemRef, itemKey } from '../ports/item-ref.ts';
import type { ItemMark, MarkQuery } from '../ports/link-store.ts';
import type { Page } from '../ports/page.ts';
import { anyOf } from './arrays.ts';
import { batches } from './batches.ts';
import { fromDocument, toDocument } from './document.ts';
import { pageOf, rowsFor } from './paging.ts';
import { LostRaceError, retrying } from './retry.ts';
import type { Tables } from './tables.ts';
import { escapeKey, unescapeText } from './text.ts';

/** Sets marks on items that have none. The first mark of an item stays. */
export async function markItems(
  db: Kysely<Tables>,
  scope: string,
  marks: readonly ItemMark[],
): Promise<readonly ('set' | 'other')[]> {
  const answers: ('set' | 'other')[] = [];
  for (const batch of batches(marks)) {
    const kinds = await retrying(() => markBatch(db, scope, batch));
    answers.push(...batch.map((mark) => (kinds.get(itemKey(mark.ref)) === mark.kind ? 'set' : 'other')));
  }
  return answers;
}

/** The kind that each item of the batch has afterwards. */
async function markBatch(
  db: Kysely<Tables>,
  scope: string,
  batch: readonly ItemMark[],
): Promise<ReadonlyMap<string, ItemMark['kind']>> {
  const first = new Map<string, ItemMark>();
  for (const mark of batch) if (!first.has(itemKey(mark.ref))) first.set(itemKey(mark.ref), mark);
  const items = [...first.keys()].map(escapeKey);
  const marks = [...first.values()];
  const input = sql<{ item: string; kind: ItemMark['kind']; record: string }>`unnest(${items}::text[], ${marks.map((mark) => mark.kind)}::text[], ${marks.map(toDocument)}::text[])`;
  const inserted = await db
    .insertInto('item_marks')
    .columns(['scope', 'item', 'kind', 'record'])
    .expression((eb) =>
      eb
        .selectFrom(input.as<'input'>(sql`input(item, kind, record)`))
        .select([
          sql<string>`${scope}::text`.as('scope'),
          'input.item',
          'input.kind',
          sql<string>`input.record::jsonb`.as('record'),
        ])
        // Everybody locks in the same order.
        .orderBy('input.item'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['item', 'kind'])
    .execute();
  const there =
    inserted.length === items.length
      ? inserted
      : await db
          .selectFrom('item_marks')
          .select(['item', 'kind'])
          .where('scope', '=', scope)
          .where((eb) => anyOf(eb.ref('item'), items))
          .execute();
  // A mark that was in the way is gone again; those that were set meanwhile will be found set.
  if (there.length < items.length) throw new LostRaceError();
  return new Map(there.map(({ item, kind }) => [unescapeText(item), kind]));
}

/** Takes marks of that kind away. */
export async function unmarkItems(
  db: Kysely<Tables>,
  scope: string,
  refs: readonly ItemRef[],
  kind: ItemMark['kind'],
): Promise<void> {
  for (const batch of batches(refs.map((ref) => escapeKey(itemKey(ref))))) {
    await retrying(() =>
      db
        .deleteFrom('item_marks')
        .where('scope', '=', scope)
        .where((eb) => anyOf(eb.ref('item'), batch))
        .where('kind', '=', kind)
        .execute(),
    );
  }
}

/** Marks by item key. */
export async function listMarks(db: Kysely<Tables>, scope: string, query: MarkQuery): Promise<Page<ItemMark>> {
  const { kind, refs, after } = query;
  let select = db.selectFrom('item_marks').select(['item', 'record']).where('scope', '=', scope);
  if (kind !== undefined) select = select.where('kind', '=', kind);
  if (refs !== undefined) {
    const items = refs.map((ref) => escapeKey(itemKey(ref)));
    select = select.where((eb) => anyOf(eb.ref('item'), items));
  }
  if (after !== undefined) select = select.where('item', '>', escapeKey(after));
  const rows = await select.orderBy('item').limit(rowsFor(query)).execute();
  return pageOf(
    rows,
    query,
    (row) => unescapeText(row.item),
    (row) => fromDocument(row.record),
  );
}
