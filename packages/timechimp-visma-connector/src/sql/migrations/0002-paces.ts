import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from '../tables.ts';

/**
 * The pace of requests. Unlogged: it changes with every request, and all that a crash of the server takes with it is one
 * burst. Rows have room beside them, so that a change needs no change of the index.
 */
export const createPaces: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('paces')
      .modifyFront(sql`unlogged`)
      .addColumn('key', sql`text collate "C"`, (column) => column.primaryKey())
      .addColumn('worked_off_at', 'double precision', (column) => column.notNull())
      .modifyEnd(sql`with (fillfactor = 10)`)
      .execute();
  },
};
