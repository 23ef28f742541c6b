import { createVismaClient, staticToken } from '../../src/index.ts';
import { manualClock, startFakeVisma } from '../../src/testing/index.ts';
import { SpecCheck } from './check.ts';
import type { SpecDocument } from './document.ts';
import { type Seen, startProxy } from './proxy.ts';
import { steps } from './steps/all.ts';
import { contextOf } from './steps/context.ts';
import { RemainingOperations } from './steps/remaining.ts';

/*
 * Why not Stoplight Prism: its proxy lets undocumented query parameters and read-only fields in requests pass and brings
 * some 200 packages. OpenAPI 3.1 schemas are JSON Schema 2020-12, so ajv holds the same traffic to more, with two.
 */

/** Runs the real client against the fake through the checking proxy; resolves to what the proxy saw. */
export async function exercise(document: SpecDocument): Promise<Seen> {
  const server = await startFakeVisma({ clock: manualClock() });
  const proxy = await startProxy(new SpecCheck(document), server.apiUrl);
  try {
    const { accessToken } = server.fake.authorize();
    const context = contextOf(createVismaClient({ auth: staticToken(accessToken), baseUrl: proxy.url, rateLimiter: false, answers: 'strict' }));
    for (const [name, step] of Object.entries(steps)) await named(`step ${name}`, () => step(context));
    const remaining = await RemainingOperations.of(context);
    const documented = new Set(document.operations.map(({ name }) => name));
    for (const name of remaining.names) {
      if (documented.has(name) && !proxy.seen().operations.has(name)) await named(name, () => remaining.call(name));
    }
    return proxy.seen();
  } finally {
    await proxy.close();
    await server.close();
  }
}

async function named(name: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
