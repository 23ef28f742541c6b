import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  connectAgency,
  connectorOn,
  startTwoSides,
  type TwoSides,
  work,
} from '../../test/sql/books-and-hours.ts';
import { type Bundle, bundleWorker } from '../../test/sql/bundle-worker.ts';
import { embeddedFolder } from '../../test/sql/embedded-folder.ts';
import { type PostgresServer, startPostgres } from '../../test/sql/postgres-server.ts';
import { accountId, tenantId } from '../../test/support/connected-world.ts';
import type { ConnectorState } from '../ports/connector-state.ts';
import { isLive } from '../ports/export-record.ts';
import { createSqlState, fromPg, migrateSqlState, openEmbedded } from './index.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

/** `CRASHES=50` takes a minute or more. */
const crashes = Number(process.env['CRASHES'] ?? 12);
/** Longer than a lease and than Visma's longest delay: the next worker takes over. */
const later = 20 * 60_000;

let bundle: Bundle;
let sides: TwoSides;
let state: ConnectorState;
let cleaning: (() => Promise<unknown>)[] = [];
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  bundle = await bundleWorker();
});

afterAll(async () => {
  await bundle.remove();
});

afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  for (const clean of cleaning.reverse()) await clean();
  cleaning = [];
});

describe('an export that is interrupted', () => {
  it(`loses and doubles nothing when its process is killed ${crashes} times`, async () => {
    const server = await onServer();
    await killWorkers(['server', server.url], crashes);
    await finish();
    await expectBooksToBeRight();
  });

  it('loses and doubles nothing when its process is killed with the embedded database in it', async () => {
    sides = await startTwoSides();
    const { folder, remove } = await embeddedFolder();
    cleaning.push(sides.close, remove);
    await inFolder(folder, async () => {
      await connectAgency(sides, here(), state);
    });
    await killWorkers(['folder', folder], Math.max(1, Math.floor(crashes / 10)));
    await inFolder(folder, async () => {
      await finish();
      await expectBooksToBeRight();
    });
  });

  it('loses and doubles nothing when the database is killed in its middle', async () => {
    const server = await onServer();
    let kills = 0;
    for (let moment = 1; moment === 1 + 3 * kills; moment += 3) {
      sides.addHours();
      sides.clock.advance(later);
      let left = moment;
      let killing: Promise<void> | undefined;
      sides.onRequest = () => {
        left -= 1;
        if (left === 0) killing = server.kill();
      };
      await work(here()).catch((error: unknown) => error);
      sides.onRequest = undefined;
      if (killing) {
        kills += 1;
        await killing;
        await server.restart();
      }
    }
    expect(kills).toBeGreaterThanOrEqual(3);
    await finish();
    await expectBooksToBeRight();
  });
});

/** Both sides, a server and a connected tenant. */
async function onServer(): Promise<PostgresServer> {
  let server: PostgresServer;
  [sides, server] = await Promise.all([startTwoSides(), startPostgres()]);
  cleaning.push(server.stop, sides.close);
  const db = fromPg(new pg.Pool({ connectionString: server.url, max: 4 }));
  cleaning.push(() => db.destroy());
  await migrateSqlState({ db });
  state = createSqlState({ db });
  await connectAgency(sides, here(), state);
  return server;
}

/** Runs something on the embedded database, which only one process can have open. */
async function inFolder(folder: string, run: () => Promise<void>): Promise<void> {
  const embedded = await openEmbedded({ folder });
  const { db } = embedded;
  try {
    await migrateSqlState({ db });
    state = createSqlState({ db });
    await run();
  } finally {
    await embedded.close();
  }
}

/** Starts worker after worker on the same state and kills each in its middle, until that many were killed. */
async function killWorkers(database: readonly string[], times: number): Promise<void> {
  let killed = 0;
  let next = startWorker(database);
  for (let round = 0; killed < times; round += 1) {
    const worker = await next;
    next = startWorker(database);
    sides.addHours();
    sides.clock.advance(later);
    if (database[0] === 'server') await reconnect();
    // The moments are spread over the whole run of a worker, the same ones every time.
    let left = 1 + ((round * 7) % 23);
    sides.onRequest = () => {
      left -= 1;
      if (left === 0) worker.kill('SIGKILL');
    };
    const ended = once(worker, 'exit');
    worker.send(new Date(sides.clock.now()).toISOString());
    const [code, signal] = (await ended) as [number | null, string | null];
    sides.onRequest = undefined;
    expect(signal ?? code).toBe(left <= 0 ? 'SIGKILL' : 0);
    if (signal === 'SIGKILL') killed += 1;
  }
  (await next).kill('SIGKILL');
}

/** A kill while a token was renewed costs the connection: a person consents again. */
async function reconnect(): Promise<void> {
  if ((await state.connections.load(tenantId))?.status !== 'connected') await connectAgency(sides, here(), state);
}

function here() {
  return connectorOn(sides.origin, state, sides.source, sides.clock);
}

async function startWorker(database: readonly string[]): Promise<ChildProcess> {
  const worker = fork(bundle.file, [sides.origin, ...database], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
  await once(worker, 'message');
  return worker;
}

/** The nights after: until nothing is left to finish. */
async function finish(): Promise<void> {
  for (let night = 0; night < 4; night += 1) {
    sides.clock.advance(later);
    await reconnect();
    await work(here());
  }
}

/** Every hour is on exactly one document, every document belongs to an export, and both sides agree with our ledger. */
async function expectBooksToBeRight(): Promise<void> {
  const { books } = sides.fake;
  const items = [...sides.source.account(accountId).items.values()];
  expect(items.map((item) => (item.kind === 'term' ? '' : item.status))).toEqual(items.map(() => 'Invoiced'));

  const scope = (await state.connections.load(tenantId))?.scope;
  if (!scope) throw new Error('The tenant lost its pair.');
  const records = await state.exports.findByItems(scope, items.map(({ kind, id }) => ({ kind, id })));
  const live = records.filter((record) => isLive(record.state));
  expect(live.map((record) => record.state)).toEqual(live.map(() => 'exported'));
  expect(live.flatMap((record) => record.sources.map(({ ref }) => ref.id)).sort()).toEqual(items.map(({ id }) => id).sort());

  expect(books.drafts).toEqual([]);
  expect(books.invoices.map((invoice) => invoice.Id).sort()).toEqual(live.map((record) => record.documents.invoiceId).sort());
  const hours = books.invoices.flatMap((invoice) => invoice.Rows.map((row) => row.Quantity));
  expect(hours.reduce((sum, each) => sum + each, 0)).toBe(items.length);
  const numbers = books.customers.map((customer) => customer.CustomerNumber);
  expect(numbers.filter((number) => number === '2001')).toHaveLength(1);
}
