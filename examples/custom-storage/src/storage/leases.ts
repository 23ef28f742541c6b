import type { LeaseStore } from '@x/timechimp-visma-connector';
import type { Database } from './database.ts';

/** The table of `sqliteLeases`. */
export const leaseTables = `
  create table if not exists leases (name text primary key, holder text not null, until integer not null) strict`;

/** Named leases: one holder at a time, which the one statement of `acquire` decides. */
export function sqliteLeases(db: Database): LeaseStore {
  return {
    acquire: (name, holder, now, until) =>
      db.write(() => {
        const sql = `insert into leases values (?, ?, ?)
          on conflict (name) do update set holder = excluded.holder, until = excluded.until
          where leases.holder = excluded.holder or leases.until <= ?`;
        return db.change(sql, name, holder, until, now) === 1;
      }),
    release: (name, holder) => db.run('delete from leases where name = ? and holder = ?', name, holder),
  };
}
