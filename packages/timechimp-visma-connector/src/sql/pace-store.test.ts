import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createPacedLimiter, type PaceStore } from '@x/visma-eaccounting';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bundle, bundleWorker } from '../../test/sql/bundle-worker.ts';
import { type PostgresServer, startPostgres } from '../../test/sql/postgres-server.ts';
import { fromPg, migrateSqlState, sqlPaceStore, sqlReadiness } from './index.ts';
import { migrateWith, migrations } from './migrate.ts';

let server: PostgresServer;
let db: Kysely<unknown>;
let store: PaceStore;
let keys = 0;
let key: string;

beforeAll(async () => {
  server = await startPostgres();
  db = fromPg(new pg.Pool({ connectionString: server.url, max: 20 }));
  await migrateSqlState({ db });
});

afterAll(async () => {
  await db.destroy();
  await server.stop();
});

beforeEach(() => {
  store = sqlPaceStore({ db });
  keys += 1;
  key = `/key${keys}`;
});

const now = 0;
const hour = 3_600_000;

describe('the pace kept in PostgreSQL', () => {
  it('gives the burst at once and then one turn per interval', async () => {
    const waits: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) waits.push(await store.reserve(key, hour, 2 * hour, now));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(waits.slice(3).map((wait) => Math.round(wait / 60_000))).toEqual([60, 120]);
  });

  it('gives each of many who ask at once a turn of its own', async () => {
    const waits = await Promise.all(Array.from({ length: 50 }, async () => store.reserve(key, hour, 0, now)));
    const turns = waits.map((wait) => Math.round(wait / hour)).sort((a, b) => a - b);
    expect(turns).toEqual(Array.from({ length: 50 }, (_, turn) => turn));
  });

  it('keeps keys apart', async () => {
    await store.reserve(key, hour, 0, now);
    expect(await store.reserve(`${key}/other`, hour, 0, now)).toBe(0);
  });

  it('goes by the clock of the database, not by that of the process', async () => {
    const ahead = Date.now() + 12 * hour;
    await store.reserve(key, hour, 0, Date.now());
    expect(Math.round((await store.reserve(key, hour, 0, ahead)) / 60_000)).toBe(60);
    await store.pause(key, 5 * hour, ahead);
    expect(Math.round((await store.reserve(key, hour, 0, now)) / 60_000)).toBe(300);
  });

  it('pauses for all after a 429, and never shortens a pause', async () => {
    await store.pause(key, 3 * hour, now);
    await store.pause(key, hour, now);
    const another = sqlPaceStore({ db: db.withSchema('public') });
    expect(Math.round((await another.reserve(key, hour, 0, now)) / 60_000)).toBe(180);
  });

  it('F: waits no longer where the clock of the database is set back, and gives no turn twice', async () => {
    // The same as a server clock that shows so much less than before.
    const setBack = (by: number) => sql`update connector_paces set worked_off_at = worked_off_at + ${by}, seen_at = seen_at + ${by} where key = ${key}`.execute(db);
    await store.reserve(key, hour, 0, now);
    await setBack(100 * hour);
    expect(Math.round((await store.reserve(key, hour, 0, now)) / 60_000)).toBe(60);
    await setBack(100 * hour);
    await store.pause(key, 5 * hour, now);
    expect(Math.round((await store.reserve(key, hour, 0, now)) / 60_000)).toBe(300);
  });

  it('holds after the server was killed', async () => {
    await server.kill();
    await server.restart();
    expect(await store.reserve(key, hour, 0, now)).toBe(0);
    expect(Math.round((await store.reserve(key, hour, 0, now)) / 60_000)).toBe(60);
  });
});

describe('many processes with one pace', () => {
  const perSecond = 100;
  const burst = 10;
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleWorker('pace-worker');
  });
  afterAll(async () => {
    await bundle.remove();
  });

  it('together start no more than one process may, at any moment', async () => {
    const workers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const worker = fork(bundle.file, [server.url, key, String(perSecond), String(burst)], { execArgv: ['--no-warnings'], serialization: 'advanced' });
        await once(worker, 'message');
        return worker;
      }),
    );
    const limiter = createPacedLimiter({ store, perSecond, burst });
    const began = performance.timeOrigin + performance.now();
    for (const worker of workers) worker.send('go');
    const own: number[] = [];
    while (own.length < 10) {
      await limiter.take(key);
      own.push(performance.timeOrigin + performance.now());
    }
    const theirs = await Promise.all(
      workers.map(async (worker) => {
        const answer = once(worker, 'message');
        worker.send('stop');
        const [turns] = (await answer) as [number[]];
        await once(worker, 'exit');
        return turns;
      }),
    );
    const all = [...own, ...theirs.flat()].sort((a, b) => a - b);
    expect(theirs.every((turns) => turns.length > 0)).toBe(true);
    expect(all.length).toBeGreaterThan(burst * 2);
    // Nobody takes a turn before it is given, however late it comes to it. One per cent for clocks that run apart.
    all.forEach((time, index) => {
      expect(index + 1).toBeLessThanOrEqual(((time - began) / 1000) * perSecond * 1.01 + burst + 1);
    });
  });
});

describe('readiness of the storage', () => {
  it('is good when the tables are those of this version', async () => {
    expect(await sqlReadiness({ db })).toEqual({ ready: true, problems: [] });
  });

  it('names steps that are missing, and steps of a newer version', async () => {
    expect(await sqlReadiness({ db, schema: 'nothing' })).toMatchObject({ ready: false, problems: [{ code: 'migrations-missing' }] });
    const all = migrations('connector_');
    await migrateWith({ db, schema: 'old' }, all, '0001-state');
    expect(await sqlReadiness({ db, schema: 'old' })).toMatchObject({ problems: [{ code: 'migrations-missing', message: 'The tables lack 0002-paces, 0003-paces-seen.' }] });
    await migrateWith({ db, schema: 'new' }, { ...all, '9999-future': { up: () => Promise.resolve() } });
    expect(await sqlReadiness({ db, schema: 'new' })).toMatchObject({ problems: [{ code: 'migrations-newer' }] });
  });

  it('refuses a database that acknowledges what it has not stored', async () => {
    const hasty = fromPg(new pg.Pool({ connectionString: server.url, max: 1, options: '-c synchronous_commit=off' }));
    expect(await sqlReadiness({ db: hasty })).toMatchObject({ ready: false, problems: [{ code: 'commit-not-durable' }] });
    await hasty.destroy();
  });

  it('says when nobody answers', async () => {
    const away = fromPg(new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none', max: 1 }));
    expect(await sqlReadiness({ db: away })).toMatchObject({ ready: false, problems: [{ code: 'storage-unreachable' }] });
    await away.destroy();
  });
});
