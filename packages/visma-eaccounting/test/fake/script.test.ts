import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startAsTold } from '../../scripts/fake-visma/command.ts';

const script = fileURLToPath(new URL('../../scripts/fake-visma.ts', import.meta.url));
let children: ChildProcess[] = [];

interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly exit: Promise<number | null>;
  readonly firstLine: Promise<string>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let out = '';
  let err = '';
  const exit = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out.split('\n')[0] ?? '');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    void exit.then(() => {
      reject(new Error(`ended before a line: ${err}`));
    });
  });
  firstLine.catch(() => undefined);
  return { child, stdout: () => out, stderr: () => err, exit, firstLine };
}

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
});

/** The same command without a process of its own. */
async function told(...args: string[]): Promise<{ started: Awaited<ReturnType<typeof startAsTold>>; complaints: string }> {
  const complaints: string[] = [];
  const started = await startAsTold(args, { print: () => undefined, complain: (line) => complaints.push(line) });
  return { started, complaints: complaints.join('\n') };
}

describe('fake-visma', () => {
  // Child processes take their time on a busy machine.
  it('prints one line when ready, serves, and stops on SIGTERM with exit code 0; ends with a code when it cannot start', { timeout: 60_000 }, async () => {
    const [started, refused] = [run('--port', '0'), run('--port=abc')];
    const line = await started.firstLine;
    const apiUrl = /VISMA_API_URL=(\S+)/.exec(line)?.[1] ?? '';
    expect(line).toMatch(/^Fake Visma ready: .*VISMA_IDENTITY_URL=http:\S+ VISMA_CLIENT_ID=fake-client VISMA_CLIENT_SECRET=fake-secret$/);
    expect((await fetch(`${apiUrl}/customers`)).status).toBe(401);
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    expect(started.stdout().trim().split('\n')).toHaveLength(1);
    expect(started.stderr()).toBe('');
    expect(await refused.exit).toBe(2);
    expect(refused.stderr()).toContain('"abc" is not a port');
  });

  it.each(['abc', '70000', '-1', '4020.5'])('refuses the port %s with a clear message', async (port) => {
    const { started, complaints } = await told(`--port=${port}`);
    expect(started).toBe(2);
    expect(complaints).toContain(`"${port}" is not a port`);
  });

  it('refuses another consent than auto and page', async () => {
    expect(await told('--', '--consent=never')).toMatchObject({ started: 2, complaints: expect.stringContaining('--consent takes auto or page') as string });
  });

  it('says so when the port is in use', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => {
      blocker.listen(0, '127.0.0.1', resolve);
    });
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await told('--port', String(port))).toEqual({ started: 1, complaints: `Port ${port} is in use: choose another with --port.` });
    blocker.close();
  });
});
