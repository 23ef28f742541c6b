import createOpenapiFetch from 'openapi-fetch';
import { createFetch } from 'ofetch';
import { createClientOf, createPacedLimiter, staticToken, CustomersResource } from '../src/index.ts';
import { answer, customer } from './fixtures.ts';
import { allocated, bestTimes, type Contender } from './measure.ts';

const calls = 1000;

/** One request over a stub `fetch`, against ofetch alone: time and allocation per request. */
export async function benchRequests(): Promise<string[]> {
  const body = JSON.stringify(customer(1));
  const stub: typeof fetch = () => Promise.resolve(answer(body));
  const id = customer(1).Id;
  const url = `https://example.org/v2/customers/${id}`;
  const ofetch = createFetch({ fetch: stub });
  const openapi = createOpenapiFetch<Record<string, never>>({ baseUrl: 'https://example.org/v2', fetch: stub });
  const visma = createClientOf(
    { customers: CustomersResource },
    { auth: staticToken('token'), fetch: stub, rateLimiter: createPacedLimiter({ perSecond: 1e9 }) },
  );
  const repeat = (call: Contender): Contender => async () => {
    for (let at = 0; at < calls; at++) await call();
  };
  const fetched = await visma.customers.get(id);
  if (fetched.Id !== id) throw new Error('The fixture is not read as expected.');
  const contenders = {
    'ofetch alone': repeat(() => ofetch(url)),
    'bare fetch and JSON.parse': repeat(async () => JSON.parse(await (await stub(url)).text()) as unknown),
    'openapi-fetch': repeat(() => openapi.request('get', `/customers/${id}` as never)),
    'this client, validated': repeat(() => visma.customers.get(id)),
  };
  const times = await bestTimes(contenders, 12);
  const lines: string[] = [];
  const baseBytes = await allocated(contenders['ofetch alone']);
  for (const [name, run] of Object.entries(contenders)) {
    const time = (times[name] ?? NaN) / (times['ofetch alone'] ?? NaN);
    const bytes = (await allocated(run)) / baseBytes;
    lines.push(`${name.padEnd(28)} ${time.toFixed(2)} x the time of ofetch, ${bytes.toFixed(2)} x its allocation (${((times[name] ?? NaN) * 1000 / calls).toFixed(1)} us)`);
  }
  return lines;
}
