import { spawn } from 'node:child_process';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startFakeVisma, type FakeVismaServer } from '@x/visma-eaccounting/testing';

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the example as its reader does, with this environment. */
function demo(environment: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}

const names = (text: string): string[] => [...text.matchAll(/^ {4}ok {4}(.*)$/gm)].map(([, what = '']) => what);

describe('the demo', () => {
  let run: Ended;
  beforeAll(async () => {
    run = await demo({});
  }, 120_000);

  it('leaves the books of one run after three rounds, and says so', () => {
    expect(run.stderr).toBe('');
    expect(run.stdout).not.toContain('WRONG');
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe('Three rounds, the books of one.');
    expect(run.exitCode).toBe(0);
  });

  it('imports 25 customers: new, changed, unchanged and one without a number', () => {
    expect(run.stdout).toContain('25 read (full): 20 new, 1 changed, 2 unchanged, 1 without a number, 1 inactive and unknown here');
  });

  it('writes everything in the first round, nothing in the second, and adopts everything in the third', () => {
    const rounds = run.stdout.split(/^Round \d/m).slice(1);
    const count = (round: string, what: string): number => round.split(what).length - 1;
    expect(rounds.map((round) => ({ written: count(round, '(written now)'), adopted: count(round, '(found in Visma and adopted') }))).toEqual([
      { written: 5, adopted: 0 },
      { written: 0, adopted: 0 },
      { written: 0, adopted: 5 },
    ]);
  });

  it('books the sent invoice and refuses the unsent one', () => {
    expect(run.stdout).toContain('2026-17 Molenaar & Zn. Houtbewerking B.V.: exported (written now)');
    expect(run.stdout).toMatch(/2026-18 .*: refused/);
  });
});

// A run keeps to the pace that Visma allows, so that it mostly waits: several at once cost no more than one.
describe.concurrent('the demo with a mistake made on purpose', { timeout: 180_000 }, () => {
  it.for<[string, RegExp]>([
    ['state', /state/i],
    ['article', /00000000-0000-4000-8000-000000000000 does not exist in the connected company/],
    ['vat-map', /VAT/],
    ['unsent', /Invoice 2026-18 has not been sent\. Send the invoice in TimeChimp first\./],
    ['nonsense', /--break takes one of state, article, vat-map, unsent\./],
  ])('--break %s ends with one clear message and exit code 1', async ([mistake, message], { expect }) => {
    const { exitCode, stderr } = await demo({}, ['--break', mistake]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(exitCode).toBe(1);
  });
});

const onServer = it.extend<{ readonly fake: FakeVismaServer; readonly environment: Readonly<Record<string, string>> }>({
  fake: async ({}, use) => {
    const fake = await startFakeVisma();
    await use(fake);
    await fake.close();
  },
  environment: async ({ fake }, use) => {
    await use({
      VISMA_API_URL: fake.apiUrl,
      VISMA_IDENTITY_URL: fake.identityUrl,
      VISMA_CLIENT_ID: fake.clientId,
      VISMA_CLIENT_SECRET: fake.clientSecret,
    });
  },
});

describe.concurrent('the demo against a server named by the environment', { timeout: 180_000 }, () => {
  let unusedPort: number;
  beforeAll(async () => {
    unusedPort = await portThatNobodyUses();
  });

  onServer('leaves exactly the books of one run when three processes run it, each with an empty memory', async ({ fake, environment, expect }) => {
    const runs = [await demo(environment), await demo(environment), await demo(environment)];
    expect(runs.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(runs.map(() => ({ exitCode: 0, stderr: '' })));
    const [first, , third] = runs.map(({ stdout }) => names(stdout));
    expect(third).toEqual(first);
    const books = fake.fake.books;
    expect(books.drafts).toHaveLength(4);
    expect(books.ledgerItems).toHaveLength(1);
    expect(books.vouchers).toHaveLength(1);
    expect(books.invoices.filter((invoice) => !invoice.IsQuickInvoice)).toHaveLength(0);
    expect(books.customers).toHaveLength(26);
  });

  onServer('works behind a proxy that puts a path in front', async ({ fake, environment, expect }) => {
    const proxy = await startProxy('/gateway/visma', new URL(fake.apiUrl).origin);
    try {
      const { exitCode, stderr } = await demo({
        ...environment,
        VISMA_API_URL: `${proxy.url}/gateway/visma/v2/`,
        VISMA_IDENTITY_URL: `${proxy.url}/gateway/visma`,
      });
      expect(stderr).toBe('');
      expect(exitCode).toBe(0);
    } finally {
      proxy.server.close();
    }
  });

  onServer.for<[string, (given: Readonly<Record<string, string>>) => Readonly<Record<string, string>>, RegExp]>([
    ['nobody listens', (given) => ({ ...given, VISMA_API_URL: `http://127.0.0.1:${String(unusedPort)}/v2` }), /Does a server listen at VISMA_API_URL/],
    ['the client secret is wrong', (given) => ({ ...given, VISMA_CLIENT_SECRET: 'wrong-secret-4711' }), /client id and secret/],
    ['the client id is unknown', (given) => ({ ...given, VISMA_CLIENT_ID: 'nobody' }), /VISMA_CLIENT_ID/],
    ['a variable is missing', ({ VISMA_CLIENT_ID: _, ...given }) => given, /Set VISMA_CLIENT_ID too/],
    ['an address is none', (given) => ({ ...given, VISMA_API_URL: 'eaccounting' }), /must be a full address/],
  ])('ends with one clear message and exit code 1 when %s', async ([, change, message], { environment, expect }) => {
    const { exitCode, stdout, stderr } = await demo(change(environment));
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(stdout + stderr).not.toContain('wrong-secret-4711');
    expect(exitCode).toBe(1);
  });

  onServer('writes no token and no secret to the terminal', async ({ fake, environment, expect }) => {
    const { stdout, stderr } = await demo(environment);
    expect(stdout + stderr).not.toContain(fake.clientSecret);
    expect(stdout + stderr).not.toMatch(/Bearer|refresh_token|access_token|code_verifier/);
  });

  onServer('ends with exit code 1 when the books hold more than one run of it leaves', async ({ fake, environment, expect }) => {
    const first = await demo(environment);
    const [draft] = fake.fake.books.drafts;
    if (!draft) throw new Error(`The first run left no draft: ${first.stderr}`);
    fake.fake.person.copyDraft(draft.Id);
    const { exitCode, stdout, stderr } = await demo(environment);
    expect(stdout + stderr).toMatch(/WRONG|should have ended/);
    expect(exitCode).toBe(1);
  });
});

/** A proxy on a path of its own, as a gateway would be. */
async function startProxy(prefix: string, target: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    if (!path.startsWith(prefix)) {
      outgoing.writeHead(404).end();
      return;
    }
    const { host } = new URL(target);
    const forwarded = request(target + path.slice(prefix.length), { method: incoming.method, headers: { ...incoming.headers, host } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, server };
}

async function portThatNobodyUses(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
