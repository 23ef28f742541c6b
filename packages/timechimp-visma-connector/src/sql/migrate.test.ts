import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filledVersions } from '../../test/sql/filled-versions.ts';
import { type PostgresServer, startPostgres } from '../../test/sql/postgres-server.ts';
import { exportOf, hour, scope } from '../../test/sql/records.ts';
import type { ExportQuery } from '../ports/export-store.ts';
import { createSqlState, fromPg, migrateSqlState } from './index.ts';
import { migrateWith, migrations } from './migrate.ts';
import { ourTables } from './names.ts';

vi.setConfig({ testTimeout: 60_000 });

let server: PostgresServer;
let db: Kysely<unknown>;
const all = migrations('connector_');
const versions = Object.keys(all);

beforeAll(async () => {
  server = await startPostgres();
  db = fromPg(new pg.Pool({ connectionString: server.url, max: 8 }));
}, 120_000);

afterAll(async () => {
  await db.destroy();
  await server.stop();
}, 30_000);

describe('migrating', () => {
  it('makes everything in an empty database, once', async () => {
    expect(await migrateSqlState({ db, schema: 'empty' })).toEqual(versions);
    expect(await migrateSqlState({ db, schema: 'empty' })).toEqual([]);
  });

  it('has data of every version to start from', () => {
    expect(Object.keys(filledVersions)).toEqual(versions);
  });

  it.each(versions)('leads from version %s to the newest, and its data with it', async (version) => {
    const schema = `from ${version}`;
    await migrateWith({ db, schema }, all, version);
    await filledVersions[version]?.(ourTables(db, { schema }));
    expect(await migrateSqlState({ db, schema })).toEqual(versions.slice(versions.indexOf(version) + 1));

    const state = createSqlState({ db, schema });
    expect(await state.connections.load('tenant')).toMatchObject({ tenantId: 'tenant', status: 'connected', version: 3 });
    expect(await state.connections.loadSettings('tenant')).toMatchObject({ value: { cutOffDate: '2026-01-01' } });
    expect(await state.connections.claimPair('other', scope, 1)).toBe('taken');
    expect(await state.links.customerLinks(scope)).toEqual([{ sourceCustomerId: '501', vismaCustomerId: 'guid' }]);
    expect(await state.links.reserveNumber(scope, '501', 'x')).toBe('1001');
    expect(await state.links.listMarks(scope, { limit: 5 })).toMatchObject({ items: [{ kind: 'billed', note: 'before us' }] });
    expect(await state.cursors.get(scope, 'import')).toBe('2026-04-01T00:00:00Z');
    expect(await state.leases.acquire('refresh', 'other', 99, 200)).toBe(false);
    expect(await state.exports.list(scope, { limit: 5, draftOnly: true })).toMatchObject({ items: [{ key: 'k', version: 2 }] });
    expect(await state.exports.claim(exportOf('l', ['1']), 0)).toEqual({ outcome: 'taken', by: [{ ref: hour('1'), key: 'k' }] });
    expect(await state.exports.claim(exportOf('l', ['2'], { documents: { draftId: 'd' } }), 0)).toMatchObject({
      outcome: 'exists',
      record: { key: 'k' },
    });
  });

  it.each(versions)('ends in the same tables from version %s as from nothing', async (version) => {
    const schema = `same ${version}`;
    await migrateWith({ db, schema }, all, version);
    await migrateSqlState({ db, schema });
    await migrateSqlState({ db, schema: 'fresh' });
    expect(await shapeOf(schema)).toEqual(await shapeOf('fresh'));
    expect((await shapeOf(schema)).length).toBeGreaterThan(50);
  });

  it('goes forward only: no step knows a way back', () => {
    expect(Object.values(all).filter((migration) => migration.down !== undefined)).toEqual([]);
  });

  it('is done once when many processes start together', async () => {
    const steps = await Promise.all(Array.from({ length: 6 }, () => migrateSqlState({ db, schema: 'together' })));
    expect(steps.flat()).toEqual(versions);
  });

  it('takes a step whole or not at all, and says why', async () => {
    const broken: Migration = {
      async up(trx: Kysely<unknown>) {
        await trx.schema.createTable('half').addColumn('id', 'bigint').execute();
        await sql`select 1 / 0`.execute(trx);
      },
    };
    const schema = 'broken';
    await expect(migrateWith({ db, schema }, { ...all, '9999-broken': broken })).rejects.toThrow(/division by zero/);
    expect(await migrateWith({ db, schema }, { ...all, '9999-mended': { up: () => Promise.resolve() } })).toContain('9999-mended');
    expect((await shapeOf(schema)).filter((line) => line.includes('half'))).toEqual([]);
  });

  it('refuses a database that a newer version made', async () => {
    const schema = 'newer';
    await migrateWith({ db, schema }, { ...all, '9999-future': { up: () => Promise.resolve() } });
    await expect(migrateSqlState({ db, schema })).rejects.toThrow(/9999-future/);
  });

  it('keeps two prefixes in one schema apart', async () => {
    const one = { db, schema: 'shared', tablePrefix: 'one_' };
    const two = { db, schema: 'shared', tablePrefix: '' };
    await migrateSqlState(one);
    await migrateSqlState(two);
    await createSqlState(one).cursors.set(scope, 'n', '1', null);
    expect(await createSqlState(two).cursors.get(scope, 'n')).toBeNull();
  });
});

describe('every query that the ports allow', () => {
  it('finds its rows through an index in a large table', async () => {
    const schema = 'planned';
    await migrateSqlState({ db, schema });
    await fill(schema, 10_000);
    const queries: CompiledQuery[] = [];
    const pool = new pg.Pool({ connectionString: server.url, max: 1 });
    const watched = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool }),
      log: (event) => {
        queries.push(event.query);
      },
    });
    const state = createSqlState({ db: watched, schema });
    const large = { companyIdentifier: 's', sourceAccountId: 'a' };
    const list = (query: Omit<ExportQuery, 'limit'>) => state.exports.list(large, { ...query, limit: 10 });
    await list({});
    await list({ after: '5' });
    await list({ states: ['held', 'in-doubt'] });
    await list({ states: ['exported'] });
    await list({ kinds: ['customer'] });
    await list({ draftOnly: true });
    await list({ watchedAt: 5 });
    await list({ updatedSince: 9_990 });
    await list({ leaseLapsedAt: 5 });
    await list({ states: ['writing', 'claimed'], leaseLapsedAt: 5 });
    await state.exports.get(large, ['1', '2', '3']);
    await state.exports.findByItems(large, [hour('77'), hour('78')]);
    await state.connections.listTenants(['connecting'], { limit: 10 });
    await state.connections.listTenants(['connected'], { limit: 10, after: '5' });
    await state.links.listMarks(large, { limit: 10, kind: 'ignored' });
    await state.links.listMarks(large, { limit: 10, refs: [hour('77')] });
    await state.links.customerLinks(large, ['77', '78']);
    await watched.destroy();

    expect(queries).toHaveLength(17);
    const plans = await Promise.all(queries.map((query) => planOf(query)));
    expect(plans.filter((plan) => plan.includes('Seq Scan') || !plan.includes('Index'))).toEqual([]);
  });
});

async function planOf(query: CompiledQuery): Promise<string> {
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(
    CompiledQuery.raw(`explain ${query.sql}`, [...query.parameters]),
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

async function fill(schema: string, rows: number): Promise<void> {
  const place = sql.table(`${schema}.connector_exports`);
  await sql`insert into ${place}
    select 's/a', n::text, case when n % 1000 = 0 then 'customer' else 'invoice' end,
      case when n % 1000 = 1 then 'held' else 'exported' end, true, 1, null,
      case when n % 1000 = 2 then 9 end, n, n % 1000 = 3, 'd', '{}' from generate_series(1, ${rows}::int) n`.execute(db);
  await sql`insert into ${sql.table(`${schema}.connector_export_items`)}
    select 's/a', 'time:' || n, n::text, true from generate_series(1, ${rows}::int) n`.execute(db);
  await sql`insert into ${sql.table(`${schema}.connector_connections`)}
    select n::text, case when n % 1000 = 0 then 'connecting' else 'connected' end, 1, '{}' from generate_series(1, ${rows}::int) n`.execute(db);
  await sql`insert into ${sql.table(`${schema}.connector_item_marks`)}
    select 's/a', 'time:' || n, case when n % 1000 = 0 then 'ignored' else 'billed' end, '{}' from generate_series(1, ${rows}::int) n`.execute(db);
  await sql`insert into ${sql.table(`${schema}.connector_customer_links`)}
    select 's/a', n::text, n::text from generate_series(1, ${rows}::int) n`.execute(db);
  for (const table of ['exports', 'export_items', 'connections', 'item_marks', 'customer_links']) await sql`analyze ${sql.table(`${schema}.connector_${table}`)}`.execute(db);
}

async function shapeOf(schema: string): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(collation_name, '-') as line
      from information_schema.columns where table_schema = ${schema}
    union all
    select replace(indexdef, ${`"${schema}".`}, '') from pg_indexes where schemaname = ${schema}
    order by 1`.execute(db);
  return rows.map(({ line }) => line.replaceAll(`${schema}.`, ''));
}
