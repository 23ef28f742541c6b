import { type Expression, type RawBuilder, sql } from 'kysely';

/** `column = any(values)`: one parameter however many values, so the statement and its plan stay the same. */
export function anyOf(column: Expression<string>, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${column} = any(${values}::text[])`;
}
