import { once } from 'node:events';
import pg from 'pg';
import { createPacedLimiter } from '@x/visma-eaccounting';
import { fromPg, sqlPaceStore } from '../../src/sql/index.ts';

/** A process of its own that takes as many turns as it can from one message to the next, and then says when each was. */
const [url = '', key = '', perSecond = '', burst = ''] = process.argv.slice(2);
const db = fromPg(new pg.Pool({ connectionString: url, max: 8 }));
const limiter = createPacedLimiter({ store: sqlPaceStore({ db }), perSecond: Number(perSecond), burst: Number(burst) });
process.send?.('ready');
await once(process, 'message');
const stop = once(process, 'message');
const turns: number[] = [];
const stopped = new AbortController();
const working = Promise.allSettled(Array.from({ length: 8 }, takeTurns));
await stop;
stopped.abort();
await working;
process.send?.(turns);
await db.destroy();
process.disconnect();

async function takeTurns(): Promise<void> {
  while (!stopped.signal.aborted) {
    await limiter.take(key, stopped.signal);
    turns.push(performance.timeOrigin + performance.now());
  }
}
