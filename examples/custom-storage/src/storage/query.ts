import type { SQLInputValue } from 'node:sqlite';
import type { Page, PageRequest } from '@x/timechimp-visma-connector';
import type { Database } from './database.ts';

/** A condition and the value of its one parameter. Without a value it restricts nothing. */
export type Condition = readonly [sql: string, value: SQLInputValue | undefined];

/** `column in (...)` for any number of texts; an empty list fits nothing. */
export function oneOf(column: string, values: readonly string[] | undefined): Condition {
  return [`${column} in (select value from json_each(?))`, values && JSON.stringify(values)];
}

/** The first column of what `select` finds under these conditions, of which one at least must restrict something. */
export function find(db: Database, select: string, conditions: readonly Condition[], end = ''): string[] {
  const given = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  return db.texts(`${select} where ${given.map(({ sql }) => sql).join(' and ')} ${end}`, ...given.map(({ value }) => value));
}

/** A page of what `find` finds, by the column `key`. Throws `RangeError` for a limit that is not 1 to 1000. */
export function findPage<T>(
  db: Database,
  { select, key, parse, keyOf }: { select: string; key: string; parse: (text: string) => T; keyOf: (item: T) => string },
  { after, limit }: PageRequest,
  conditions: readonly Condition[],
): Page<T> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('limit must be a whole number from 1 to 1000.');
  // One more than asked for tells whether there is a next page.
  const items = find(db, select, [...conditions, [`${key} > ?`, after]], `order by ${key} limit ${limit + 1}`).map(parse);
  const last = items[limit - 1];
  return items.length > limit && last !== undefined ? { items: items.slice(0, limit), next: keyOf(last) } : { items };
}
