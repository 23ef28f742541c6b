import type { Kysely } from 'kysely';
import type { LeaseStore } from '../ports/lease-store.ts';
import { retrying } from './retry.ts';
import type { Tables } from './tables.ts';
import { escapeKey, escapeText } from './text.ts';
import { whole } from './whole.ts';

/** Leases in SQL. */
export function sqlLeaseStore(db: Kysely<Tables>): LeaseStore {
  return {
    acquire: (name, holder, now, until) =>
      retrying(async () => {
        const held = await db
          .insertInto('leases')
          .values({ name: escapeKey(name), holder: escapeText(holder), held_until: whole(until) })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet((set) => ({
                holder: set.ref('excluded.holder'),
                held_until: set.ref('excluded.held_until'),
              }))
              .where((eb) =>
                eb.or([
                  eb('leases.holder', '=', eb.ref('excluded.holder')),
                  eb('leases.held_until', '<=', whole(now)),
                ]),
              ),
          )
          .returning('name')
          .execute();
        return held.length > 0;
      }),
    release: (name, holder) =>
      retrying(async () => {
        await db
          .deleteFrom('leases')
          .where('name', '=', escapeKey(name))
          .where('holder', '=', escapeText(holder))
          .execute();
      }),
  };
}
