import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import type { ConnectorState } from '../src/ports/connector-state.ts';
import type { CustomerLink } from '../src/ports/link-store.ts';
import { createSqlState, fromPg, migrateSqlState, openEmbedded } from '../src/sql/index.ts';
import { startPostgres } from '../test/sql/postgres-server.ts';
import { exportOf, scope } from '../test/sql/records.ts';

/** 100,000 customer links in batches and 10,000 exports, each a transaction of its own, into each database. Printed only. */
const customers = Number(process.env['CUSTOMERS'] ?? 100_000);
const exportsWanted = Number(process.env['EXPORTS'] ?? 10_000);
const page = 1000;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

// On the disk, and waiting for it: the figures are those of a real server.
const server = await startPostgres(['-c', 'fsync=on'], await mkdtemp(join(tmpdir(), 'connector-bench-')));
const pool = new pg.Pool({ connectionString: server.url, max: 10 });
const db = fromPg(pool);
await migrateSqlState({ db });
await run('PostgreSQL 18, 10 connections', createSqlState({ db }), 10);
const { rows } = await pool.query<{ size: string }>('select pg_size_pretty(pg_database_size(current_database())) as size');
console.log(`  database ${rows[0]?.size ?? '?'}`);
await db.destroy();
await server.stop();

const folder = await mkdtemp(join(tmpdir(), 'connector-bench-'));
const fresh = performance.now();
let embedded = await openEmbedded({ folder: join(folder, 'data') });
console.log(`embedded: first start ${seconds(fresh)}`);
await migrateSqlState(embedded);
await run('embedded, every commit on the disk', createSqlState(embedded), 1);
await embedded.close();
const again = performance.now();
embedded = await openEmbedded({ folder: join(folder, 'data') });
console.log(`embedded: next start ${seconds(again)}`);
await embedded.close();
await rm(folder, { recursive: true, force: true });

async function run(name: string, state: ConnectorState, writers: number): Promise<void> {
  console.log(name);
  await measured(`${customers} customer links, batches of ${page}`, customers, async (sample) => {
    for (const batch of links()) {
      await state.links.linkCustomers(scope, batch);
      sample();
    }
  });
  await measured('the same again: all there', customers, async (sample) => {
    for (const batch of links()) {
      await state.links.linkCustomers(scope, batch);
      sample();
    }
  });
  await measured(`${exportsWanted} exports claimed, ${writers} at a time`, exportsWanted, async (sample) => {
    for (let start = 0; start < exportsWanted; start += writers) {
      await Promise.all(
        Array.from({ length: Math.min(writers, exportsWanted - start) }, (_, at) => {
          const id = String(start + at);
          return state.exports.claim(exportOf(id, [`${id}a`, `${id}b`]), 0);
        }),
      );
      if (start % page === 0) sample();
    }
  });
  await measured(`all exports read in pages of ${page}`, exportsWanted, async (sample) => {
    let after: string | undefined;
    let read = 0;
    do {
      const answer = await state.exports.list(scope, { limit: page, ...(after !== undefined && { after }) });
      read += answer.items.length;
      after = answer.next;
      sample();
    } while (after !== undefined);
    if (read !== exportsWanted) throw new Error(`Read ${read} of ${exportsWanted}.`);
  });
}

function* links(): Generator<readonly CustomerLink[]> {
  for (let start = 0; start < customers; start += page) {
    yield Array.from({ length: Math.min(page, customers - start) }, (_, at) => ({
      sourceCustomerId: String(start + at),
      vismaCustomerId: `00000000-0000-4000-8000-${String(start + at).padStart(12, '0')}`,
    }));
  }
}

async function measured(name: string, count: number, work: (sample: () => void) => Promise<void>): Promise<void> {
  const start = performance.now();
  const before = liveHeap();
  let peak = before;
  let samples = 0;
  await work(() => {
    samples += 1;
    if (samples % 10 === 1) peak = Math.max(peak, liveHeap());
  });
  const rate = Math.round(count / ((performance.now() - start) / 1000));
  console.log(`  ${name}: ${seconds(start)}, ${rate} a second, live heap at most ${((peak - before) / 2 ** 20).toFixed(1)} MiB above the start`);
}

/** What is in use after a collection: without one the figure tells when the collector came by. */
function liveHeap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(2)} s`;
}
