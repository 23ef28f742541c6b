import type { LoggedRequest } from '@x/visma-eaccounting/testing';
import type { Pool } from 'pg';
import { limit } from './pace.ts';
import { customersEach } from './tenants.ts';

/** What a night came to, read from the database and from Visma's own log, not from what the workers say. */
export interface Figures {
  readonly tenants: number;
  /** Imports that each round of planning added. */
  readonly planned: readonly number[];
  readonly done: number;
  /** Jobs that did not end well. */
  readonly notDone: number;
  readonly retried: number;
  /** Jobs that the killed worker had in hand. */
  readonly inHand: number;
  readonly customers: number;
  readonly wrongCustomers: number;
  /** Tenants whose list was asked for once; more often; never. */
  readonly askedOnce: number;
  readonly askedAgain: number;
  readonly neverAsked: number;
  readonly requests: number;
  readonly refused: number;
  /** Most requests to one endpoint in any minute of this run: windows of Visma lie anywhere. */
  readonly mostInAMinute: number;
  /** Share of the allowed rate that the busiest endpoint saw, over the whole night. */
  readonly use: number;
  /** Seconds from becoming due in the queue to being done: the median tenant, and the last one. */
  readonly medianWait: number;
  readonly longestWait: number;
  /** Whether every worker that was asked to go finished first. */
  readonly drained: boolean;
}

interface Evidence {
  readonly pool: Pool;
  readonly schema: string;
  readonly requests: readonly LoggedRequest[];
  readonly minuteMs: number;
  readonly planned: readonly number[];
  readonly inHand: number;
  readonly drained: boolean;
}

/** Reads the figures. */
export async function readFigures(evidence: Evidence): Promise<Figures> {
  const { pool, schema, requests, minuteMs } = evidence;
  const { rows: jobs } = await pool.query<{ state: string; retried: boolean; waited: number }>(
    `select state::text, retry_count > 0 as retried, extract(epoch from completed_on - created_on)::float8 as waited
     from ${schema}_jobs.job where name = 'connector' order by waited`,
  );
  const { rows: accounts } = await pool.query<{ customers: number; numbers: number }>(
    `select count(*)::int as customers, count(distinct number)::int as numbers from ${schema}.customers group by account`,
  );
  const { rows: tenants } = await pool.query<{ count: number }>(`select count(*)::int as count from ${schema}.connector_connections`);
  const count = tenants[0]?.count ?? 0;
  const perCompany = new Map<string, number>();
  for (const { operation, company = '' } of requests) {
    if (operation === 'GET /customers') perCompany.set(company, (perCompany.get(company) ?? 0) + 1);
  }
  const asked = [...perCompany.values()];
  const busiest = requests.filter(({ operation }) => operation === 'GET /customers').map(({ at }) => at);
  const span = (busiest.at(-1) ?? 0) - (busiest[0] ?? 0);
  const done = jobs.filter(({ state }) => state === 'completed');
  return {
    tenants: count,
    planned: evidence.planned,
    done: done.length,
    notDone: jobs.length - done.length,
    retried: done.filter(({ retried }) => retried).length,
    inHand: evidence.inHand,
    customers: accounts.reduce((sum, { customers }) => sum + customers, 0),
    wrongCustomers: accounts.filter(({ customers, numbers }) => customers !== customersEach || numbers !== customersEach).length,
    askedOnce: asked.filter((times) => times === 1).length,
    askedAgain: asked.filter((times) => times > 1).length,
    neverAsked: count - perCompany.size,
    requests: requests.length,
    refused: requests.filter(({ status }) => status === 429).length,
    mostInAMinute: Math.max(0, ...[...timesPerOperation(requests).values()].map((times) => mostWithin(times, minuteMs))),
    use: span === 0 ? 0 : busiest.length / (span / minuteMs) / limit,
    medianWait: done[Math.floor(done.length / 2)]?.waited ?? 0,
    longestWait: done.at(-1)?.waited ?? 0,
    drained: evidence.drained,
  };
}

/** What is not as it must be, in words; nothing when all is well. */
export function faultsOf(figures: Figures): readonly string[] {
  const { tenants } = figures;
  const added = figures.planned.reduce((sum, each) => sum + each, 0);
  return [
    ...(added === tenants ? [] : [`${String(added)} imports were planned for ${String(tenants)} tenants`]),
    ...(figures.done === tenants && figures.notDone === 0 ? [] : [`${String(figures.done)} jobs done, ${String(figures.notDone)} not`]),
    ...(figures.inHand > 0 ? [] : ['the killed worker had nothing in hand: nothing was shown']),
    ...(figures.retried >= figures.inHand ? [] : [`only ${String(figures.retried)} of ${String(figures.inHand)} jobs were taken over`]),
    ...(figures.customers === tenants * customersEach && figures.wrongCustomers === 0 ? [] : [`${String(figures.customers)} customers, wrong at ${String(figures.wrongCustomers)} tenants`]),
    ...(figures.neverAsked === 0 ? [] : [`${String(figures.neverAsked)} tenants were starved`]),
    ...(figures.askedAgain <= figures.retried ? [] : [`${String(figures.askedAgain)} tenants were read more than once`]),
    ...(figures.refused === 0 ? [] : [`Visma refused ${String(figures.refused)} requests with 429`]),
    ...(figures.mostInAMinute <= limit ? [] : [`${String(figures.mostInAMinute)} requests in one minute`]),
    ...(figures.drained ? [] : ['a worker did not end by itself on SIGTERM']),
  ];
}

function timesPerOperation(requests: readonly LoggedRequest[]): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const { operation, at, path } of requests) {
    if (path.startsWith('/connect')) continue;
    const name = operation ?? path;
    const known = times.get(name);
    if (known) known.push(at);
    else times.set(name, [at]);
  }
  return times;
}

function mostWithin(times: readonly number[], windowMs: number): number {
  let most = 0;
  let from = 0;
  times.forEach((time, index) => {
    while (time - (times[from] ?? time) >= windowMs) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
