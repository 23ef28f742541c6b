import { type Kysely, sql } from 'kysely';
import { readinessOf, type Readiness } from '../readiness/readiness.ts';
import { error, type Problem } from '../use-cases/problem.ts';
import { currentSchema, migrations } from './migrate.ts';
import { prefixOf, type SqlNames } from './names.ts';

const noSuchTable = '42P01';

/**
 * Whether the database answers, has the tables of this version, no older and no newer ones, and stores a commit before it
 * acknowledges it. Reads only. Never throws.
 */
export async function sqlReadiness<DB>(options: SqlNames & { readonly db: Kysely<DB> }): Promise<Readiness> {
  try {
    const applied = await appliedSteps(options);
    const known = Object.keys(migrations(prefixOf(options)));
    const missing = known.filter((name) => !applied.includes(name));
    const newer = applied.filter((name) => !known.includes(name));
    const problems: Problem[] = [];
    if (missing.length > 0) {
      problems.push(error('migrations-missing', 'storage', `The tables lack ${missing.join(', ')}.`, 'Call migrateSqlState before the processes start.'));
    }
    if (newer.length > 0) {
      problems.push(error('migrations-newer', 'storage', `A newer version made ${newer.join(', ')}.`, 'Run that version or a newer one.'));
    }
    const { rows } = await sql<{ commit: string }>`select current_setting('synchronous_commit') as commit`.execute(options.db);
    if (rows[0]?.commit === 'off') {
      problems.push(error('commit-not-durable', 'storage', 'The database acknowledges what it has not stored yet (synchronous_commit is off).', 'Switch synchronous_commit on for the connector.'));
    }
    return readinessOf(problems);
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    return readinessOf([error('storage-unreachable', 'storage', message, 'Look whether the database runs and can be reached.')]);
  }
}

async function appliedSteps<DB>(options: SqlNames & { readonly db: Kysely<DB> }): Promise<readonly string[]> {
  const schema = options.schema ?? (await currentSchema(options.db));
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.id(schema, `${prefixOf(options)}migrations`)}`.execute(options.db);
    return rows.map(({ name }) => name);
  } catch (failure) {
    if (typeof failure === 'object' && failure !== null && 'code' in failure && failure.code === noSuchTable) return [];
    throw failure;
  }
}
