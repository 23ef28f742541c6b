import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveTokens } from '../../src/oauth/save-tokens.ts';
import { fileTokenStore } from './file-token-store.ts';
import { fault, startIdentityServer, type IdentityServer } from './identity-server.ts';
import { storedTokens } from './tokens.ts';

interface Report {
  readonly ready?: true;
  readonly refreshed?: true;
  readonly tokens?: readonly string[];
  readonly errors?: readonly string[];
}

let server: IdentityServer;
let directory: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  server = await startIdentityServer();
  directory = await mkdtemp(join(tmpdir(), 'tokens-'));
  path = join(directory, 'tokens.json');
  await saveTokens(fileTokenStore(path), storedTokens(Date.now() - 1000));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await server.close();
  await rm(directory, { recursive: true });
});

const next = async (child: ChildProcess): Promise<Report> => ((await once(child, 'message')) as [Report])[0];

async function startWorker(...args: string[]): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [server.url, path, ...args], {
    execArgv: ['--experimental-strip-types', '--no-warnings'],
  });
  children.push(worker);
  expect(await next(worker)).toEqual({ ready: true });
  return worker;
}

async function run(worker: ChildProcess): Promise<Report> {
  const report = next(worker);
  worker.send('go');
  return report;
}

it(
  'refreshes exactly once for 100 parallel calls in two processes that share a store',
  { timeout: 30_000 },
  async () => {
    const workers = await Promise.all([startWorker('50'), startWorker('50')]);
    const reports = await Promise.all(workers.map(run));

    expect(reports.flatMap((report) => report.errors)).toEqual([]);
    expect(reports.flatMap((report) => report.tokens)).toEqual(Array.from({ length: 100 }, () => 'access-1'));
    expect(server.requests).toHaveLength(1);
    expect(await fileTokenStore(path).load()).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
  },
);

it(
  'says that a reconnect is needed after a process was killed between refresh and save, and asks Visma once',
  { timeout: 30_000 },
  async () => {
    const victim = await startWorker('10', 'die-before-save');
    expect(await run(victim)).toEqual({ refreshed: true });
    victim.kill('SIGKILL');
    await once(victim, 'exit');

    const report = await run(await startWorker('10'));
    expect(report.tokens).toEqual([]);
    expect(new Set(report.errors)).toEqual(
      new Set([
        'ReconnectRequiredError: An earlier refresh was cut off before its new token was stored, and Visma refused the old one: connect to Visma again.',
      ]),
    );
    expect(server.requests).toHaveLength(2);

    await run(await startWorker('10'));
    expect(server.requests, 'later processes fail fast').toHaveLength(2);
  },
);

it(
  'recovers after a process was killed between refresh and save where the old refresh token still works',
  { timeout: 30_000 },
  async () => {
    server.faults.push(
      fault.answer(200, '{"access_token":"lost","refresh_token":"refresh-lost","token_type":"Bearer"}'),
    );
    const victim = await startWorker('1', 'die-before-save');
    expect(await run(victim)).toEqual({ refreshed: true });
    victim.kill('SIGKILL');
    await once(victim, 'exit');

    expect(await run(await startWorker('10'))).toEqual({
      tokens: Array.from({ length: 10 }, () => 'access-1'),
      errors: [],
    });
    expect(await fileTokenStore(path).load()).not.toHaveProperty('refreshStartedAt');
  },
);

it('frees the lock of a killed process', { timeout: 30_000 }, async () => {
  server.faults.push(fault.hang);
  const victim = await startWorker('1');
  const hanging = run(victim);
  await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(1);
  victim.kill('SIGKILL');
  await once(victim, 'exit');
  void hanging;

  expect(await run(await startWorker('1'))).toEqual({ tokens: ['access-1'], errors: [] });
});
