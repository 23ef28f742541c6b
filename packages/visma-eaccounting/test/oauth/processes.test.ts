import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { saveTokens } from '../../src/oauth/save-tokens.ts';
import { fileTokenStore } from './file-token-store.ts';
import { fault, startIdentityServer, type IdentityServer } from './identity-server.ts';
import { storedTokens } from './tokens.ts';
import type { Job } from './worker.ts';

interface Report {
  readonly ready?: true;
  readonly refreshed?: true;
  readonly tokens?: readonly string[];
  readonly errors?: readonly string[];
}

let server: IdentityServer;
let directory: string;
let path: string;
// Processes take their time to start, so all of them start together; who is killed is not used again.
let workers: ChildProcess[] = [];
let victims: ChildProcess[] = [];

beforeAll(async () => {
  const started = await Promise.all(Array.from({ length: 5 }, startWorker));
  workers = started.slice(0, 2);
  victims = started.slice(2);
});

afterAll(() => {
  for (const child of [...workers, ...victims]) child.kill('SIGKILL');
});

beforeEach(async () => {
  server = await startIdentityServer();
  directory = await mkdtemp(join(tmpdir(), 'tokens-'));
  path = join(directory, 'tokens.json');
  await saveTokens(fileTokenStore(path), storedTokens(Date.now() - 1000));
});

afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

const next = async (child: ChildProcess): Promise<Report> => ((await once(child, 'message')) as [Report])[0];

async function startWorker(): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), { execArgv: ['--experimental-strip-types', '--no-warnings'] });
  expect(await next(worker)).toEqual({ ready: true });
  return worker;
}

/** Lets a process that lives on do its work. */
async function run(worker: ChildProcess | undefined, calls: number, more: Partial<Job> = {}): Promise<Report> {
  if (!worker) throw new Error('no such worker');
  const report = next(worker);
  worker.send({ identityUrl: server.url, path, calls, ...more } satisfies Job);
  return report;
}

function nextVictim(): ChildProcess {
  const victim = victims.pop();
  if (!victim) throw new Error('all victims are dead');
  return victim;
}

async function kill(victim: ChildProcess): Promise<void> {
  victim.kill('SIGKILL');
  await once(victim, 'exit');
}

it('refreshes exactly once for 100 parallel calls in two processes that share a store', async () => {
  const reports = await Promise.all(workers.map((worker) => run(worker, 50)));

  expect(reports.flatMap((report) => report.errors)).toEqual([]);
  expect(reports.flatMap((report) => report.tokens)).toEqual(Array.from({ length: 100 }, () => 'access-1'));
  expect(server.requests).toHaveLength(1);
  expect(await fileTokenStore(path).load()).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
});

it('says that a reconnect is needed after a process was killed between refresh and save, and asks Visma once', async () => {
  const victim = nextVictim();
  expect(await run(victim, 10, { dieBeforeSave: true })).toEqual({ refreshed: true });
  await kill(victim);

  const report = await run(workers[0], 10);
  expect(report.tokens).toEqual([]);
  expect(new Set(report.errors)).toEqual(
    new Set([
      'ReconnectRequiredError: An earlier refresh was cut off before its new token was stored, and Visma refused the old one: connect to Visma again.',
    ]),
  );
  expect(server.requests).toHaveLength(2);

  await run(workers[1], 10);
  expect(server.requests, 'other processes fail fast').toHaveLength(2);
});

it('recovers after a process was killed between refresh and save where the old refresh token still works', async () => {
  server.faults.push(fault.answer(200, '{"access_token":"lost","refresh_token":"refresh-lost","token_type":"Bearer"}'));
  const victim = nextVictim();
  expect(await run(victim, 1, { dieBeforeSave: true })).toEqual({ refreshed: true });
  await kill(victim);

  expect(await run(workers[0], 10)).toEqual({ tokens: Array.from({ length: 10 }, () => 'access-1'), errors: [] });
  expect(await fileTokenStore(path).load()).not.toHaveProperty('refreshStartedAt');
});

it('frees the lock of a killed process', async () => {
  server.faults.push(fault.hang);
  const victim = nextVictim();
  const hanging = run(victim, 1);
  await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(1);
  await kill(victim);
  void hanging;

  expect(await run(workers[0], 1)).toEqual({ tokens: ['access-1'], errors: [] });
});
