import type { Kysely } from 'kysely';
import { TablePrefixPlugin } from './table-prefix-plugin.ts';
import { tableNames, type Tables } from './tables.ts';

/** Where the tables are. The same for migrating and for working. */
export interface SqlNames {
  /** Schema of the tables, created where it is missing; default: the connection's own (`search_path`). */
  readonly schema?: string | undefined;
  /** What every table's name begins with; default `connector_`. Lower-case letters, digits and `_`, at most 24 characters. */
  readonly tablePrefix?: string | undefined;
}

/** The prefix of all tables. Throws `RangeError` for one that would not be the same with and without quotes. */
export function prefixOf(names: SqlNames): string {
  const prefix = names.tablePrefix ?? 'connector_';
  if (!/^([a-z][a-z0-9_]{0,23})?$/.test(prefix)) {
    throw new RangeError('A table prefix consists of lower-case letters, digits and underscores, at most 24.');
  }
  return prefix;
}

/** The same database as a view on our tables, under their short names. */
export function ourTables<DB>(db: Kysely<DB>, names: SqlNames): Kysely<Tables> {
  const ours = db as unknown as Kysely<Tables>;
  const placed = names.schema === undefined ? ours : ours.withSchema(names.schema);
  return placed.withPlugin(new TablePrefixPlugin(prefixOf(names), tableNames));
}
