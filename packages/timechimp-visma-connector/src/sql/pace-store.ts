import type { PaceStore } from '@x/visma-eaccounting';
import { type RawBuilder, sql } from 'kysely';
import { systemClock } from '../clock/system-clock.ts';
import type { Clock } from '../ports/clock.ts';
import { ourTables } from './names.ts';
import { retrying } from './retry.ts';
import type { SqlStateOptions } from './state.ts';
import { escapeKey } from './text.ts';

/**
 * Milliseconds since 1970 by the server's clock, to the microsecond. Of the statement's own moment, read after the row is
 * locked: whoever waited for the row must not count from before the wait.
 */
const serverNow = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::double precision`;

/** Settings of `sqlPaceStore`. */
export interface SqlPaceStoreOptions<DB> extends SqlStateOptions<DB> {
  /** The clock of the limiter that uses the store. Default: the system's. */
  readonly clock?: Pick<Clock, 'now'> | undefined;
}

/**
 * Keeps the pace of requests in PostgreSQL, for all processes that share the database: pass it as `store` of
 * `createPacedLimiter`, and the limiter as `visma.rateLimiter` of `createConnector`. One statement a request. Time is the
 * database's, so processes whose clocks differ still keep one pace. Needs the tables of `migrateSqlState`.
 */
export function sqlPaceStore<DB>(options: SqlPaceStoreOptions<DB>): PaceStore {
  const db = ourTables(options.db, options);
  const clock = options.clock ?? systemClock();

  /** Sets the kept time, and answers how far it is ahead of the server's clock. */
  const move = (key: string, first: RawBuilder<number>, next: RawBuilder<number>): Promise<number> =>
    retrying(async () => {
      const { ahead } = await db
        .insertInto('paces')
        .values({ key: escapeKey(key), worked_off_at: first })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ worked_off_at: next }))
        .returning(sql<number>`worked_off_at - ${serverNow}`.as('ahead'))
        .executeTakeFirstOrThrow();
      return ahead;
    });

  const kept = sql.ref<number>('paces.worked_off_at');
  return {
    async reserve(key, intervalMs, toleranceMs) {
      const ahead = await move(key, sql`${serverNow} + ${intervalMs}`, sql`greatest(${kept}, ${serverNow}) + ${intervalMs}`);
      return Math.max(0, ahead - intervalMs - toleranceMs);
    },
    async pause(key, until) {
      const then = sql<number>`${serverNow} + ${until - clock.now()}`;
      await move(key, then, sql`greatest(${kept}, ${then})`);
    },
  };
}
