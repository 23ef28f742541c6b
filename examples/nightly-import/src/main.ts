/**
 * A night of many tenants. `node src/main.ts` runs it with 1,000 tenants and 4 workers on a PostgreSQL of its own, or on
 * the one that DATABASE_URL names, and ends with exit code 1 when a figure is not as it must be.
 */
import { parseArgs } from 'node:util';
import { findDatabase } from './database.ts';
import { faultsOf, type Figures } from './figures.ts';
import { limit } from './pace.ts';
import { runNight } from './night.ts';
import { work, type Shared } from './worker.ts';

if (process.argv[2] === 'worker') {
  await work(JSON.parse(process.argv[3] ?? '{}') as Shared);
} else {
  await main();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tenants: { type: 'string', default: '1000' },
      workers: { type: 'string', default: '4' },
      places: { type: 'string', default: '5' },
      minute: { type: 'string', default: '20000' },
    },
  });
  const database = await findDatabase(process.env);
  try {
    console.log(`PostgreSQL ${database.ownServer ? 'of our own' : 'at DATABASE_URL'}, Visma's minute in ${values.minute} ms`);
    const figures = await runNight(database, {
      tenants: Number(values.tenants),
      workers: Number(values.workers),
      concurrency: Number(values.places),
      minuteMs: Number(values.minute),
      log: (line) => {
        console.log(`  ${line}`);
      },
    });
    print(figures);
    const faults = faultsOf(figures);
    for (const fault of faults) console.error(`WRONG: ${fault}`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
}

function print(figures: Figures): void {
  const { tenants, planned, done, retried, inHand, requests, refused } = figures;
  const rows: readonly (readonly [string, string])[] = [
    ['imports planned, by four who plan', `${planned.join(' + ')} = ${String(planned.reduce((sum, each) => sum + each, 0))}`],
    ['imports done', `${String(done)} of ${String(tenants)}, each tenant once`],
    ['in the killed worker\'s hands / taken over', `${String(inHand)} / ${String(retried)}`],
    ['tenants read once / again / never', `${String(figures.askedOnce)} / ${String(figures.askedAgain)} / ${String(figures.neverAsked)}`],
    ['customers', `${String(figures.customers)}, none twice`],
    ['waiting in the queue, median / last tenant', `${figures.medianWait.toFixed(1)} s / ${figures.longestWait.toFixed(1)} s`],
    ['requests to Visma / refused with 429', `${String(requests)} / ${String(refused)}`],
    ['most requests in any minute, of one endpoint', `${String(figures.mostInAMinute)} of ${String(limit)}`],
    ['use of the allowed rate, busiest endpoint', `${(100 * figures.use).toFixed(0)} %`],
  ];
  for (const [what, value] of rows) console.log(`${what.padEnd(46)}${value}`);
}
