import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from '../tables.ts';

/** Texts compare by code point, whatever the database's locale: pages go on where they stopped, also after a move. */
const text = sql`text collate "C"`;

/** All tables of the first version. `prefix` goes before the names of indexes, which share one namespace. */
export function createState(prefix: string): Migration {
  return {
    async up(db: Kysely<Tables>) {
      await createConnections(db, prefix);
      await createLinks(db, prefix);
      await createExports(db, prefix);
      await db.schema
        .createTable('cursors')
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('name', text, (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint(`${prefix}cursors_pk`, ['scope', 'name'])
        .execute();
      await db.schema
        .createTable('leases')
        .addColumn('name', text, (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('held_until', 'bigint', (column) => column.notNull())
        .execute();
    },
  };
}

async function createConnections(db: Kysely<Tables>, prefix: string): Promise<void> {
  await db.schema
    .createTable('connections')
    .addColumn('tenant_id', text, (column) => column.primaryKey())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('record', 'jsonb', (column) => column.notNull())
    .execute();
  await db.schema.createIndex(`${prefix}connections_by_status`).on('connections').columns(['status', 'tenant_id']).execute();
  await db.schema
    .createTable('settings')
    .addColumn('tenant_id', text, (column) => column.primaryKey())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('record', 'jsonb', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pairs')
    .addColumn('scope', text, (column) => column.primaryKey())
    .addColumn('tenant_id', text, (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createLinks(db: Kysely<Tables>, prefix: string): Promise<void> {
  await db.schema
    .createTable('customer_links')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('source_customer_id', text, (column) => column.notNull())
    .addColumn('visma_customer_id', text, (column) => column.notNull())
    .addPrimaryKeyConstraint(`${prefix}customer_links_pk`, ['scope', 'source_customer_id'])
    .addUniqueConstraint(`${prefix}customer_links_one_visma`, ['scope', 'visma_customer_id'])
    .execute();
  await db.schema
    .createTable('customer_numbers')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('source_customer_id', text, (column) => column.notNull())
    .addColumn('number', text, (column) => column.notNull())
    .addPrimaryKeyConstraint(`${prefix}customer_numbers_pk`, ['scope', 'source_customer_id'])
    .addUniqueConstraint(`${prefix}customer_numbers_one_customer`, ['scope', 'number'])
    .execute();
  await db.schema
    .createTable('item_marks')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('item', text, (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('record', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${prefix}item_marks_pk`, ['scope', 'item'])
    .execute();
  await db.schema.createIndex(`${prefix}item_marks_by_kind`).on('item_marks').columns(['scope', 'kind', 'item']).execute();
}

async function createExports(db: Kysely<Tables>, prefix: string): Promise<void> {
  await db.schema
    .createTable('exports')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('live', 'boolean', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('watch_until', 'bigint')
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('draft_only', 'boolean', (column) => column.notNull())
    .addColumn('items_digest', 'text', (column) => column.notNull())
    .addColumn('record', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${prefix}exports_pk`, ['scope', 'key'])
    .execute();
  // A lapsed or missing lease needs no index: nearly every record has none, so the primary key finds a page at once.
  const index = (name: string) => db.schema.createIndex(`${prefix}exports_${name}`).on('exports');
  await index('by_state').columns(['scope', 'state', 'key']).execute();
  await index('by_kind').columns(['scope', 'kind', 'key']).execute();
  await index('by_update').columns(['scope', 'updated_at']).execute();
  await index('watched').columns(['scope', 'watch_until']).where('watch_until', 'is not', null).execute();
  await index('draft_only').columns(['scope', 'key']).where(sql<boolean>`draft_only`).execute();

  await db.schema
    .createTable('export_items')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('item', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('live', 'boolean', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${prefix}export_items_pk`, ['scope', 'item', 'key'])
    .execute();
  // The heart of it: an item is in at most one live export.
  await db.schema
    .createIndex(`${prefix}export_items_one_live`)
    .unique()
    .on('export_items')
    .columns(['scope', 'item'])
    .where(sql<boolean>`live`)
    .execute();
  await db.schema.createIndex(`${prefix}export_items_by_key`).on('export_items').columns(['scope', 'key']).execute();
  await db.schema
    .createTable('export_documents')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('field', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addPrimaryKeyConstraint(`${prefix}export_documents_pk`, ['scope', 'field', 'id'])
    .execute();
}
