import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from '../tables.ts';

/** When a pace was changed last, by the server's clock: a change that comes before it shows that the clock was set back. */
export const addSeenToPaces: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema.alterTable('paces').addColumn('seen_at', 'double precision', (column) => column.notNull().defaultTo(0)).execute();
  },
};
