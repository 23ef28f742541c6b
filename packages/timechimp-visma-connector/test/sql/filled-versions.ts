import type { Kysely } from 'kysely';
import type { Tables } from '../../src/sql/tables.ts';

const place = { scope: 'company-1/account-1' };

/**
 * Fills a database of each version with the same little story, as that version wrote it: literal rows, so that they stay
 * what they were when the code moves on. A new migration adds its own.
 */
export const filledVersions: Readonly<Record<string, (db: Kysely<Tables>) => Promise<void>>> = {
  async '0001-state'(db) {
    await db
      .insertInto('connections')
      .values({
        tenant_id: 'tenant',
        status: 'connected',
        version: 3,
        record:
          '{"tenantId":"tenant","connectionId":"c","status":"connected","scope":{"companyIdentifier":"company-1","sourceAccountId":"account-1"},"sealedTokens":"sealed","sealedPending":null,"facts":null,"version":3,"createdAt":1,"updatedAt":2}',
      })
      .execute();
    await db
      .insertInto('settings')
      .values({
        tenant_id: 'tenant',
        version: 1,
        record: '{"tenantId":"tenant","version":1,"value":{"cutOffDate":"2026-01-01"},"updatedAt":2}',
      })
      .execute();
    await db.insertInto('pairs').values({ ...place, tenant_id: 'tenant', claimed_at: 1 }).execute();
    await db
      .insertInto('customer_links')
      .values({ ...place, source_customer_id: '501', visma_customer_id: 'guid' })
      .execute();
    await db.insertInto('customer_numbers').values({ ...place, source_customer_id: '501', number: '1001' }).execute();
    await db
      .insertInto('item_marks')
      .values({
        ...place,
        item: 'term:t1',
        kind: 'billed',
        record: '{"ref":{"kind":"term","id":"t1"},"kind":"billed","note":"before us","by":"anna","at":5}',
      })
      .execute();
    await db.insertInto('cursors').values({ ...place, name: 'import', value: '2026-04-01T00:00:00Z' }).execute();
    await db.insertInto('leases').values({ name: 'refresh', holder: 'worker', held_until: 100 }).execute();
    await db
      .insertInto('exports')
      .values({
        ...place,
        key: 'k',
        kind: 'invoice',
        state: 'stored',
        live: true,
        version: 2,
        lease_until: 100,
        watch_until: null,
        updated_at: 9,
        draft_only: true,
        items_digest: 'digest',
        record:
          '{"scope":{"companyIdentifier":"company-1","sourceAccountId":"account-1"},"key":"k","kind":"invoice","finish":"draft","mark":"TC-K","generation":1,"sources":[{"ref":{"kind":"time","id":"1"},"previousStatus":"Approved","hash":"h","mark":"no"}],"payload":null,"payloadHash":"p","state":"stored","version":2,"attempt":1,"leaseUntil":100,"sendBefore":50,"quietFrom":60,"absent":{"count":0,"firstAt":null},"documents":{"draftId":"d"},"reason":null,"differences":[],"watch":[],"watchUntil":null,"undo":null,"payment":null,"history":[],"createdAt":1,"updatedAt":9}',
      })
      .execute();
    await db.insertInto('export_items').values({ ...place, item: 'time:1', key: 'k', live: true }).execute();
    await db.insertInto('export_documents').values({ ...place, field: 'draftId', id: 'd', key: 'k' }).execute();
  },
  async '0002-paces'(db) {
    await filledVersions['0001-state']?.(db);
    await db.insertInto('paces').values({ key: '/customers', worked_off_at: 1_800_000_000_000.5 }).execute();
  },
  async '0003-paces-seen'(db) {
    await filledVersions['0001-state']?.(db);
    await db.insertInto('paces').values({ key: '/customers', worked_off_at: 1_800_000_000_000.5, seen_at: 1_799_999_999_000.25 }).execute();
  },
};
