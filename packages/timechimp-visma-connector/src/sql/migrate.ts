import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { createState } from './migrations/0001-state.ts';
import { createPaces } from './migrations/0002-paces.ts';
import { addSeenToPaces } from './migrations/0003-paces-seen.ts';
import { ourTables, prefixOf, type SqlNames } from './names.ts';

/** All migrations by name, oldest first. They only go forward: what was released is never changed. */
export function migrations(prefix: string): Readonly<Record<string, Migration>> {
  return { '0001-state': createState(prefix), '0002-paces': createPaces, '0003-paces-seen': addSeenToPaces };
}

/** What to migrate. */
export interface MigrateOptions<DB> extends SqlNames {
  readonly db: Kysely<DB>;
}

/**
 * Creates or updates the tables, each step in a transaction, and answers the names of the steps that were taken (none when
 * all was up to date). Any number of processes may call it at once: one does the work, the others wait for it. Throws what
 * the database says when a step fails, and when the database was made by a newer version of this package.
 */
export async function migrateSqlState<DB>(options: MigrateOptions<DB>): Promise<readonly string[]> {
  return migrateWith(options, migrations(prefixOf(options)));
}

/** The same with given migrations, up to the one named `last`. */
export async function migrateWith<DB>(
  options: MigrateOptions<DB>,
  all: Readonly<Record<string, Migration>>,
  last?: string,
): Promise<readonly string[]> {
  const prefix = prefixOf(options);
  const schema = options.schema ?? (await currentSchema(options.db));
  const migrator = new Migrator({
    db: ourTables(options.db, { ...options, schema }),
    provider: { getMigrations: () => Promise.resolve({ ...all }) },
    migrationTableName: `${prefix}migrations`,
    migrationLockTableName: `${prefix}migrations_lock`,
    migrationTableSchema: schema,
  });
  const { error, results } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
  if (error !== undefined) throw error instanceof Error ? error : new Error('The migration failed.', { cause: error });
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

/** Always named to the migrator: without a name it takes a table of any other schema for its own. */
export async function currentSchema<DB>(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name ?? null;
  if (name === null) throw new Error('The connection has no schema to put tables into: name one.');
  return name;
}
