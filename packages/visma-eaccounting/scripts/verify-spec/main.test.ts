import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-spec-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, INIT_CWD: folder } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

async function document(content: unknown, name = 'document.json'): Promise<string> {
  await writeFile(join(folder, name), name.endsWith('.json') ? JSON.stringify(content) : stringify(content));
  return name;
}

// Child processes take their time on a busy machine.
describe('verify:spec', { timeout: 180_000 }, () => {
  it('fails without a document, with a missing one and with another kind of file', async () => {
    expect(await run()).toMatchObject({ code: 1, output: expect.stringContaining('Usage') as string });
    expect(await run('--spec', 'nowhere.json')).toMatchObject({ code: 1, output: expect.stringContaining('cannot be read') as string });
    await writeFile(join(folder, 'broken.yaml'), 'openapi: "3.1.0');
    expect(await run('--spec', 'broken.yaml')).toMatchObject({ code: 1, output: expect.stringContaining('is neither JSON nor YAML') as string });
    const swagger = await document({ swagger: '2.0', paths: {} });
    expect(await run('--spec', swagger)).toMatchObject({ code: 1, output: expect.stringContaining('is not OpenAPI 3.1') as string });
  });

  it('fails when an operation of the document, here in YAML, was not exercised or traffic breaks it', async () => {
    const answer = { '200': { content: { 'application/json': { schema: { type: 'object' } } } } };
    const content = {
      openapi: '3.1.1',
      paths: { '/customers/{customerId}/forgotten': { get: { tags: ['Customers'], responses: answer } } },
    };
    const spec = await document(content, 'document.yaml');
    const { code, output } = await run('--spec', spec);
    expect(code).toBe(1);
    expect(output).toContain('not exercised: GET /customers/{customerId}/forgotten');
    expect(output).toContain('violation: POST /customers is not documented');
    expect(output).toMatch(/0 of 1 operations of 23 groups exercised/);
  });
});
