import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { bytesOf, exactRow, liveHeap, report } from '../../../tooling/bench/measure.ts';
import type { CustomerLink } from '../src/ports/link-store.ts';
import { createSqlState, fromPg, migrateSqlState } from '../src/sql/index.ts';
import { startPostgres } from '../test/sql/postgres-server.ts';
import { scope } from '../test/sql/records.ts';

const customers = 100_000;
const batch = 1000;

function batchFrom(start: number): CustomerLink[] {
  return Array.from({ length: batch }, (_, at) => ({
    sourceCustomerId: String(start + at),
    vismaCustomerId: `00000000-0000-4000-8000-${String(start + at).padStart(12, '0')}`,
  }));
}

/** A batch as a program holds it: its records, and the same as the text that is sent. */
function heldBatch(at: number): object {
  const records = batchFrom(at * batch);
  return { records, text: JSON.stringify(records) };
}

// On the disk, and waiting for it: the figures are those of a real server.
const server = await startPostgres(['-c', 'fsync=on'], await mkdtemp(join(tmpdir(), 'connector-bench-')));
const pool = new pg.Pool({ connectionString: server.url, max: 10 });
const db = fromPg(pool);
await migrateSqlState({ db });
const { links } = createSqlState({ db });
await pool.query('create table by_hand (company text, account text, source_id text, visma_id text, primary key (company, account, source_id))');
const byHand = 'insert into by_hand select $1, $2, * from unnest($3::text[], $4::text[]) on conflict (company, account, source_id) do update set visma_id = excluded.visma_id';

let ours = 0;
let hand = 0;
let peak = 0;
await links.linkCustomers(scope, batchFrom(customers));
const before = await liveHeap();
for (let start = 0; start < customers; start += batch) {
  const records = batchFrom(start);
  let from = performance.now();
  await links.linkCustomers(scope, records);
  ours += performance.now() - from;
  from = performance.now();
  await pool.query(byHand, [scope.companyIdentifier, scope.sourceAccountId, records.map((one) => one.sourceCustomerId), records.map((one) => one.vismaCustomerId)]);
  hand += performance.now() - from;
  if ((start / batch) % 10 === 0) peak = Math.max(peak, await liveHeap());
}
const { rows } = await pool.query<{ count: string }>('select count(*) from by_hand');
const [last] = await links.customerLinks(scope, [String(customers - 1)]);
if (Number(rows[0]?.count) !== customers || last?.vismaCustomerId !== batchFrom(customers - batch).at(-1)?.vismaCustomerId) throw new Error('Not everything was stored.');
await db.destroy();
await server.stop();
const mebibytes = 2 ** 20;
report([
  exactRow('100,000 customers upserted, memory', (peak - before) / mebibytes, (await bytesOf(20, heldBatch)) / mebibytes, 'a batch of 1,000, its records and their text'),
  { ...exactRow('100,000 customers upserted, time', ours / 1000, hand / 1000, 'an insert by hand, without history or checks') },
]);
