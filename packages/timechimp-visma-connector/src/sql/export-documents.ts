import { type Kysely, sql } from 'kysely';
import type { ExportRecord } from '../ports/export-record.ts';
import { rowKey } from './export-row.ts';
import { LostRaceError } from './retry.ts';
import type { Tables } from './tables.ts';
import { escapeKey } from './text.ts';

/**
 * Enters the record's document ids as its own, inside the caller's transaction. Answers the (escaped) key of another
 * export that has one of them already, or null. Ids are never given back, so the answer cannot change any more.
 */
export async function addDocuments(db: Kysely<Tables>, record: ExportRecord): Promise<string | null> {
  const { scope, key } = rowKey(record);
  const documents = documentsOf(record);
  if (documents.length === 0) return null;
  const fields = documents.map(({ field }) => field);
  const ids = documents.map(({ id }) => id);
  const input = () =>
    sql<{ field: string; id: string }>`unnest(${fields}::text[], ${ids}::text[])`.as<'input'>(sql`input(field, id)`);
  const inserted = await db
    .insertInto('export_documents')
    .columns(['scope', 'field', 'id', 'key'])
    .expression((eb) =>
      eb
        .selectFrom(input())
        .select([
          sql<string>`${scope}::text`.as('scope'),
          'input.field',
          'input.id',
          sql<string>`${key}::text`.as('key'),
        ])
        .orderBy('input.field'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('field')
    .execute();
  if (inserted.length === documents.length) return null;
  const owners = await db
    .selectFrom('export_documents')
    .innerJoin(input(), (join) =>
      join
        .onRef('export_documents.field', '=', 'input.field')
        .onRef('export_documents.id', '=', 'input.id'),
    )
    .select(['export_documents.field', 'export_documents.key'])
    .where('export_documents.scope', '=', scope)
    .execute();
  if (owners.length < documents.length) throw new LostRaceError();
  const ownerOf = new Map(owners.map((owner) => [owner.field, owner.key]));
  return fields.map((field) => ownerOf.get(field)).find((owner) => owner !== undefined && owner !== key) ?? null;
}

/** Whether the record names any document. */
export function hasDocuments(record: ExportRecord): boolean {
  return documentsOf(record).length > 0;
}

function documentsOf(record: ExportRecord): readonly { readonly field: string; readonly id: string }[] {
  return Object.entries(record.documents).flatMap(([name, id]: [string, string | undefined]) =>
    id === undefined ? [] : [{ field: escapeKey(name), id: escapeKey(id) }],
  );
}
