import type { PaceStore } from '@x/visma-eaccounting';
import { type RawBuilder, sql } from 'kysely';
import { ourTables } from './names.ts';
import { retrying } from './retry.ts';
import type { SqlStateOptions } from './state.ts';
import { escapeKey } from './text.ts';

/**
 * Milliseconds since 1970 by the server's clock, to the microsecond. Of the statement's own moment, read after the row is
 * locked: whoever waited for the row must not count from before the wait.
 */
const serverNow = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::double precision`;

/**
 * Keeps the pace of requests in PostgreSQL, for all processes that share the database: pass it as `store` of
 * `createPacedLimiter`, and the limiter as `visma.rateLimiter` of `createConnector`. One statement a request. Time is the
 * database's, so processes whose clocks differ still keep one pace; where that clock is set back, the pace goes back with
 * it. Needs the tables of `migrateSqlState`.
 */
export function sqlPaceStore<DB>(options: SqlStateOptions<DB>): PaceStore {
  const db = ourTables(options.db, options);

  /** Sets the kept time, and answers how far it is ahead of the server's clock. */
  const move = (key: string, first: RawBuilder<number>, next: RawBuilder<number>): Promise<number> =>
    retrying(async () => {
      const { ahead } = await db
        .insertInto('paces')
        .values({ key: escapeKey(key), worked_off_at: first, seen_at: serverNow })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ worked_off_at: next, seen_at: serverNow }))
        .returning(sql<number>`worked_off_at - ${serverNow}`.as('ahead'))
        .executeTakeFirstOrThrow();
      return ahead;
    });

  /** The kept time by the clock as it is now. */
  const kept = sql<number>`${sql.ref('paces.worked_off_at')} - greatest(0, ${sql.ref('paces.seen_at')} - ${serverNow})`;
  return {
    async reserve(key, intervalMs, toleranceMs) {
      const ahead = await move(key, sql`${serverNow} + ${intervalMs}`, sql`greatest(${kept}, ${serverNow}) + ${intervalMs}`);
      return Math.max(0, ahead - intervalMs - toleranceMs);
    },
    async pause(key, ms) {
      const until = sql<number>`${serverNow} + ${ms}`;
      await move(key, until, sql`greatest(${kept}, ${until})`);
    },
  };
}
