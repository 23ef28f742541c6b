import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Facts } from '../codegen/facts.ts';
import { verifySpec } from './command.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-spec-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const printed: string[] = [];
  const code = await verifySpec(args, (line) => printed.push(line));
  return { code, output: printed.join('\n') };
}

async function document(content: unknown, name = 'document.json'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, name.endsWith('.json') ? JSON.stringify(content) : stringify(content));
  return file;
}

describe('verify:spec', () => {
  it('fails without a document, with a missing one and with another kind of file', async () => {
    expect(await run()).toMatchObject({ code: 1, output: expect.stringContaining('Usage') as string });
    expect(await run('--spec', 'nowhere.json')).toMatchObject({ code: 1, output: expect.stringContaining('cannot be read') as string });
    const broken = join(folder, 'broken.yaml');
    await writeFile(broken, 'openapi: "3.1.0');
    expect(await run('--spec', broken)).toMatchObject({ code: 1, output: expect.stringContaining('is neither JSON nor YAML') as string });
    const swagger = await document({ swagger: '2.0', paths: {} });
    expect(await run('--spec', swagger)).toMatchObject({ code: 1, output: expect.stringContaining('is not OpenAPI 3.1') as string });
  });

  it('fails when an operation of the document, here in YAML, was not exercised or traffic breaks it', async () => {
    const answer = { '200': { content: { 'application/json': { schema: { type: 'object' } } } } };
    const content = {
      openapi: '3.1.1',
      paths: { '/customers/{customerId}/forgotten': { get: { tags: ['Customers'], responses: answer } } },
    };
    const { code, output } = await run('--spec', await document(content, 'document.yaml'));
    expect(code).toBe(1);
    expect(output).toContain('not exercised: GET /customers/{customerId}/forgotten');
    expect(output).toContain('violation: POST /customers is not documented');
    expect(output).toMatch(/0 of 1 operations exercised/);
  });

  it('exercises every operation that the package knows', async () => {
    const facts = JSON.parse(await readFile(join(import.meta.dirname, '../../facts/api-v2.json'), 'utf8')) as Facts;
    const paths: Record<string, Record<string, unknown>> = {};
    for (const name of Object.keys(facts.operations)) {
      const [method = '', path = ''] = name.split(' ');
      paths[path] = { ...paths[path], [method.toLowerCase()]: { responses: { 200: {} } } };
    }
    const { output } = await run('--spec', await document({ openapi: '3.1.1', paths }));
    expect(output).not.toContain('not exercised');
    expect(output).toContain('228 of 228 operations exercised');
  });

  // A process of its own takes its time on a busy machine.
  it('is a command that ends with its exit code', { timeout: 180_000 }, async () => {
    const ended = await new Promise<number>((resolve) => {
      const child = execFile(process.execPath, [join(import.meta.dirname, 'main.ts')], () => {
        resolve(child.exitCode ?? -1);
      });
    });
    expect(ended).toBe(1);
  });
});
