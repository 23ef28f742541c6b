import { createConnector, createSecretBox, systemClock, type Connector, type ConnectorState, type VismaParts } from '@x/timechimp-visma-connector';
import { createMemorySource } from '@x/timechimp-visma-connector/memory';
import { createScheduler, type Scheduler } from '@x/timechimp-visma-connector/scheduler';
import { createSqlState, fromPg, sqlPaceStore } from '@x/timechimp-visma-connector/sql';
import { createPacedLimiter } from '@x/visma-eaccounting';
import { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { customerTable } from './customer-table.ts';
import { paceOf } from './pace.ts';

/** What every process of a run must know. */
export interface Shared {
  readonly databaseUrl: string;
  /** Schema of our tables; the queue has one beside it. */
  readonly schema: string;
  readonly apiUrl: string;
  readonly identityUrl: string;
  /** Key of the secret box, base64. */
  readonly key: string;
  readonly minuteMs: number;
  /** Jobs at once in one process. */
  readonly concurrency: number;
}

/** A process's parts. */
export interface Parts {
  readonly pool: Pool;
  readonly boss: PgBoss;
  readonly state: ConnectorState;
  readonly connector: Connector;
  readonly scheduler: Scheduler;
  close(): Promise<void>;
}

/** Puts a process together: one database, one queue, one pace for all. `more` replaces parts of the connection to Visma. */
export async function assemble(shared: Shared, more: Pick<VismaParts, 'fetch' | 'rateLimiter'> = {}): Promise<Parts> {
  const { databaseUrl, schema, apiUrl, identityUrl } = shared;
  const pool = new Pool({ connectionString: databaseUrl, max: shared.concurrency + 4 });
  const db = fromPg(pool);
  const state = createSqlState({ db, schema });
  const connector = createConnector({
    state,
    source: { ...createMemorySource({}), customers: customerTable(pool, schema) },
    visma: {
      clientId: 'fake-client',
      clientSecret: 'fake-secret',
      redirectUri: 'https://app.example/callback',
      apiUrl,
      identityUrl,
      rateLimiter: createPacedLimiter({ ...paceOf(shared.minuteMs), store: sqlPaceStore({ db, schema }) }),
      ...more,
    },
    clock: systemClock(),
    secretBox: createSecretBox([{ id: 'example', key: Buffer.from(shared.key, 'base64') }]),
  });
  const boss = new PgBoss({ connectionString: databaseUrl, schema: `${schema}_jobs`, max: 4, monitorIntervalSeconds: 1, superviseIntervalSeconds: 1 });
  boss.on('error', (error) => {
    console.error(error.message);
  });
  await boss.start();
  const scheduler = createScheduler({
    boss,
    connector,
    concurrency: shared.concurrency,
    pollSeconds: 0.5,
    heartbeatSeconds: 10,
    retry: { delaySeconds: 1, maxDelaySeconds: 5 },
  });
  return {
    pool,
    boss,
    state,
    connector,
    scheduler,
    async close() {
      await scheduler.stop();
      await boss.stop();
      await db.destroy();
    },
  };
}

/** A worker: works until SIGTERM, then ends what it has in hand and goes. */
export async function work(shared: Shared): Promise<void> {
  const parts = await assemble(shared);
  process.once('SIGTERM', () => {
    parts.close().then(
      () => {
        process.disconnect();
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  await parts.scheduler.start();
  process.send?.('working');
}
