import type { Kysely } from 'kysely';
import type { CursorStore } from '../ports/cursor-store.ts';
import { scopeKey } from '../ports/scope.ts';
import { retrying } from './retry.ts';
import type { Tables } from './tables.ts';
import { escapeKey, escapeText, unescapeText } from './text.ts';

/** Remembered values in SQL. */
export function sqlCursorStore(db: Kysely<Tables>): CursorStore {
  return {
    async get(scope, name) {
      const value = await stored(db, escapeKey(scopeKey(scope)), escapeKey(name));
      return value === null ? null : unescapeText(value);
    },
    set: (scope, name, value, expected) =>
      retrying(() =>
        replace(
          db,
          { scope: escapeKey(scopeKey(scope)), name: escapeKey(name) },
          value === null ? null : escapeText(value),
          expected === null ? null : escapeText(expected),
        ),
      ),
  };
}

async function stored(db: Kysely<Tables>, scope: string, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('cursors')
    .select('value')
    .where('scope', '=', scope)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value ?? null;
}

async function replace(
  db: Kysely<Tables>,
  { scope, name }: { readonly scope: string; readonly name: string },
  value: string | null,
  expected: string | null,
): Promise<boolean> {
  if (expected === null) {
    if (value === null) return (await stored(db, scope, name)) === null;
    const inserted = await db
      .insertInto('cursors')
      .values({ scope, name, value })
      .onConflict((conflict) => conflict.doNothing())
      .returning('name')
      .execute();
    return inserted.length > 0;
  }
  const changed =
    value === null
      ? await db
          .deleteFrom('cursors')
          .where('scope', '=', scope)
          .where('name', '=', name)
          .where('value', '=', expected)
          .returning('name')
          .execute()
      : await db
          .updateTable('cursors')
          .set({ value })
          .where('scope', '=', scope)
          .where('name', '=', name)
          .where('value', '=', expected)
          .returning('name')
          .execute();
  return changed.length > 0;
}
