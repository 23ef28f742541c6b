import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ourTables } from './names.ts';

const db = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (instance) => new PostgresIntrospector(instance),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

describe('names of tables', () => {
  it('have a prefix in every place of a query, and the schema where one is given', () => {
    const query = (names: Parameters<typeof ourTables>[1]) =>
      ourTables(db, names)
        .selectFrom('exports')
        .innerJoin('export_items', 'export_items.key', 'exports.key')
        .select('exports.record')
        .compile().sql;
    expect(query({})).toBe(
      'select "connector_exports"."record" from "connector_exports" inner join "connector_export_items" on "connector_export_items"."key" = "connector_exports"."key"',
    );
    expect(query({ schema: 'Our "own"', tablePrefix: '' })).toBe(
      'select "Our ""own"""."exports"."record" from "Our ""own"""."exports" inner join "Our ""own"""."export_items" on "Our ""own"""."export_items"."key" = "Our ""own"""."exports"."key"',
    );
  });

  it('leave what an insert would have written alone', () => {
    const { sql } = ourTables(db, { tablePrefix: 'x_' })
      .insertInto('leases')
      .values({ name: 'n', holder: 'h', held_until: 1 })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet((set) => ({ holder: set.ref('excluded.holder') }))
          .whereRef('leases.holder', '=', 'excluded.holder'),
      )
      .compile();
    expect(sql).toContain('"holder" = "excluded"."holder" where "x_leases"."holder" = "excluded"."holder"');
  });

  it.each(['Upper_', '1st_', 'a-b', 'a"b', 'x'.repeat(25)])('refuse the prefix %s', (tablePrefix) => {
    expect(() => ourTables(db, { tablePrefix })).toThrow(RangeError);
  });
});
