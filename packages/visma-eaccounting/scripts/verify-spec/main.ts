import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVismaClient, staticToken } from '../../src/index.ts';
import { manualClock, startFakeVisma } from '../../src/testing/index.ts';
import { SpecCheck } from './check.ts';
import { type SpecDocument, readDocument } from './document.ts';
import { type Seen, startProxy } from './proxy.ts';
import { coveredTags, steps } from './steps/all.ts';
import { contextOf } from './steps/context.ts';

/*
 * Why not Stoplight Prism: its proxy lets undocumented query parameters and read-only fields in requests pass and brings
 * some 200 packages. OpenAPI 3.1 schemas are JSON Schema 2020-12, so ajv holds the same traffic to more, with two.
 */

/** Runs the real client against the fake through the checking proxy; resolves to what the proxy saw. */
async function exercise(document: SpecDocument): Promise<Seen> {
  const server = await startFakeVisma({ clock: manualClock() });
  const proxy = await startProxy(new SpecCheck(document), server.apiUrl);
  try {
    const { accessToken } = server.fake.authorize();
    const client = createVismaClient({ auth: staticToken(accessToken), baseUrl: proxy.url, rateLimiter: false, answers: 'strict' });
    for (const [name, step] of Object.entries(steps)) {
      try {
        await step(contextOf(client));
      } catch (error) {
        throw new Error(`step ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
    return proxy.seen();
  } finally {
    await proxy.close();
    await server.close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: args.filter((each) => each !== '--'), options: { spec: { type: 'string' } } });
  if (values.spec === undefined) throw new Error('Usage: verify:spec --spec <OpenAPI 3.1 document in JSON or YAML>');
  // pnpm runs scripts in the package's folder; the file is meant from where the command was typed.
  const document = await readDocument(resolve(process.env['INIT_CWD'] ?? '.', values.spec));
  const { operations, requests, violations } = await exercise(document);
  const covered = document.operations.filter(({ tag }) => coveredTags.has(tag)).map(({ name }) => name);
  const missing = covered.filter((name) => !operations.has(name));
  for (const [name, count] of [...operations].sort(([left], [right]) => left.localeCompare(right))) {
    console.log(`${String(count).padStart(3)} x ${name}`);
  }
  for (const violation of violations) console.error(`violation: ${violation}`);
  for (const name of missing) console.error(`not exercised: ${name}`);
  const exercised = covered.length - missing.length;
  console.log(
    `${exercised} of ${covered.length} operations of ${coveredTags.size} groups exercised, ${operations.size - exercised} others, ${requests} requests, ${violations.length} violations`,
  );
  return violations.length === 0 && missing.length === 0 && covered.length > 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
