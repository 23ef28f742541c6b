import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fromPg, migrateSqlState } from '@x/timechimp-visma-connector/sql';
import { startFakeVisma, systemClock } from '@x/visma-eaccounting/testing';
import type { Pool } from 'pg';
import { createCustomerTable } from './customer-table.ts';
import type { Database } from './database.ts';
import { readFigures, type Figures } from './figures.ts';
import { limit, mostPlaces } from './pace.ts';
import { companiesFor, connectTenants } from './tenants.ts';
import { assemble, type Shared } from './worker.ts';

/** How large the night is. */
export interface NightOptions {
  readonly tenants: number;
  readonly workers: number;
  /** Jobs at once in one worker. */
  readonly concurrency: number;
  /** Length of Visma's minute in this run, in milliseconds. */
  readonly minuteMs: number;
  readonly log: (line: string) => void;
}

/** Runs a night on a database and a fake Visma, kills one worker in its middle, and reads from both what happened. */
export async function runNight(database: Database, options: NightOptions): Promise<Figures> {
  const { tenants, workers, concurrency, minuteMs, log } = options;
  if (workers < 2 || workers * concurrency > mostPlaces) {
    throw new RangeError(`Two workers or more, and at most ${String(mostPlaces)} places in all of them together.`);
  }
  // While the tenants are connected Visma's clock is pushed on, so that the limit does not slow down what is not shown here.
  let ahead = 0;
  const clock = { ...systemClock(), now: () => Date.now() + ahead };
  const visma = await startFakeVisma({ companies: companiesFor(tenants), rateLimit: { limit, windowMs: minuteMs }, clock });
  const shared: Shared = {
    databaseUrl: database.url,
    schema: `night_${String(process.pid)}`,
    apiUrl: visma.apiUrl,
    identityUrl: visma.identityUrl,
    key: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64'),
    minuteMs,
    concurrency,
  };
  // This process plans and looks on. It speaks to the fake without a network: it lives here.
  const own = await prepare(shared, { fetch: visma.fake.fetch, rateLimiter: false });
  const children: ChildProcess[] = [];
  try {
    const now = Date.now();
    await connectTenants({ ...own, fake: visma.fake, count: tenants, now, connected: () => (ahead += minuteMs / 500) });
    log(`${String(tenants)} tenants connected in ${seconds(now)} s`);

    visma.fake.requests.clear();
    await own.scheduler.install();
    for (let each = 0; each < workers; each += 1) children.push(startWorker(shared));
    await Promise.all(children.map((child) => once(child, 'message')));
    log(`${String(workers)} workers of ${String(concurrency)} places each`);

    const started = Date.now();
    // Whoever plans, and how often: each night is added once.
    const [victim, ...planned] = await Promise.all([
      killInTheMiddle(own.pool, shared.schema, children[0], tenants),
      own.scheduler.plan(),
      own.scheduler.plan(),
      own.scheduler.plan(),
    ]);
    log(`one worker was killed with ${String(victim)} jobs in hand`);
    await untilDone(own.pool, shared.schema, tenants);
    log(`all done at ${seconds(started)} s`);
    const again = await own.scheduler.plan();
    const leaving = children.slice(1);
    const exits = leaving.map((child) => once(child, 'exit'));
    for (const child of leaving) child.kill('SIGTERM');
    const drained = (await Promise.all(exits)).every(([code]) => code === 0);
    return await readFigures({
      pool: own.pool,
      schema: shared.schema,
      requests: visma.fake.requests.all(),
      minuteMs,
      planned: [...planned, again].map((each) => each.imports),
      inHand: victim,
      drained,
    });
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await own.scheduler.stop();
    await own.boss.stop();
    await own.pool.query(`drop schema if exists ${shared.schema}_jobs cascade`).catch(() => undefined);
    await own.pool.query(`drop schema if exists ${shared.schema} cascade`).catch(() => undefined);
    await own.close();
    await visma.close();
  }
}

async function prepare(shared: Shared, more: Parameters<typeof assemble>[1]) {
  const own = await assemble(shared, more);
  await migrateSqlState({ db: fromPg(own.pool), schema: shared.schema });
  await createCustomerTable(own.pool, shared.schema);
  return own;
}

function startWorker(shared: Shared): ChildProcess {
  return fork(fileURLToPath(new URL('main.ts', import.meta.url)), ['worker', JSON.stringify(shared)], { execArgv: ['--no-warnings'] });
}

/** SIGKILL when a third of the night is done: no chance to tell anybody. Answers how many jobs the worker had in hand. */
async function killInTheMiddle(pool: Pool, schema: string, child: ChildProcess | undefined, tenants: number): Promise<number> {
  while ((await countDone(pool, schema)) < tenants / 3) await pause(50);
  let held = await stopWithWork(pool, schema, child);
  // Jobs are short: a worker that was stopped between two of them goes on, and is stopped again.
  while (held.length === 0 && (await countDone(pool, schema)) < tenants) {
    child?.kill('SIGCONT');
    held = await stopWithWork(pool, schema, child);
  }
  child?.kill('SIGKILL');
  return withoutLife(pool, schema, held);
}

/**
 * How many of these jobs were the killed worker's: nobody gave a sign of life for them since, or they were taken over. On a
 * busy machine the others' jobs take long too, but each of them beats every five seconds.
 */
async function withoutLife(pool: Pool, schema: string, jobs: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ at: Date }>('select clock_timestamp() as at');
  await pause(8000);
  const { rows: left } = await pool.query(
    `select id from ${schema}_jobs.job, unnest($1::text[]) as held
     where id::text = split_part(held, ':', 1)
       and (retry_count > split_part(held, ':', 2)::int or state = 'retry' or (state = 'active' and coalesce(heartbeat_on, started_on) < $2))`,
    [jobs, rows[0]?.at],
  );
  return left.length;
}

/** Stops the worker while jobs are going on, and answers those that stay in hand although the others went on: its own. */
async function stopWithWork(pool: Pool, schema: string, child: ChildProcess | undefined): Promise<readonly string[]> {
  const started = Date.now();
  while ((await activeJobs(pool, schema)).length === 0 && Date.now() < started + 1000) await pause(10);
  child?.kill('SIGSTOP');
  return stillActive(pool, schema, await activeJobs(pool, schema), 500);
}

async function stillActive(pool: Pool, schema: string, jobs: readonly string[], ms: number): Promise<readonly string[]> {
  await pause(ms);
  const active = new Set(await activeJobs(pool, schema));
  return jobs.filter((id) => active.has(id));
}

async function untilDone(pool: Pool, schema: string, tenants: number): Promise<void> {
  const end = Date.now() + 600_000;
  while ((await countDone(pool, schema)) < tenants) {
    if (Date.now() > end) throw new Error('The night did not end within ten minutes.');
    await pause(200);
  }
}

async function countDone(pool: Pool, schema: string): Promise<number> {
  const { rows } = await pool.query<{ done: number }>(`select count(*)::int as done from ${schema}_jobs.job where name = 'connector' and state = 'completed'`);
  return rows[0]?.done ?? 0;
}

async function activeJobs(pool: Pool, schema: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(`select id::text || ':' || retry_count as id from ${schema}_jobs.job where name = 'connector' and state = 'active'`);
  return rows.map(({ id }) => id);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}
