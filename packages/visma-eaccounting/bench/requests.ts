import createOpenapiFetch from 'openapi-fetch';
import { createFetch } from 'ofetch';
import { createClientOf, createPacedLimiter, createVismaClient, staticToken, UnitsResource } from '../src/index.ts';
import { answer, customer } from './fixtures.ts';
import { allocated, bestTimes, type Contender } from './measure.ts';

const calls = 1000;

/** One request over a stub `fetch`, against ofetch alone: time and allocation per request. */
export async function benchRequests(): Promise<string[]> {
  const { Id: id } = customer(1);
  const unit = JSON.stringify({ Id: id, Name: 'Hour', Code: 'HUR', Abbreviation: 'h', AbbreviationEnglish: 'h' });
  const record = JSON.stringify(customer(1));
  const stub: typeof fetch = (input) => Promise.resolve(answer((input as string).includes('/units/') ? unit : record));
  const url = `https://example.org/v2/units/${id}`;
  const ofetch = createFetch({ fetch: stub });
  const openapi = createOpenapiFetch<Record<string, never>>({ baseUrl: 'https://example.org/v2', fetch: (request) => stub(request.url) });
  const options = { auth: staticToken('token'), fetch: stub, rateLimiter: createPacedLimiter({ perSecond: 1e9 }) };
  const visma = createVismaClient(options);
  const small = createClientOf({ units: UnitsResource }, options);
  const repeat = (call: Contender): Contender => async () => {
    for (let at = 0; at < calls; at++) await call();
  };
  const fetched = [await visma.customers.get(id), await visma.units.get(id)];
  if (fetched.some((one) => one.Id !== id)) throw new Error('The fixture is not read as expected.');
  const contenders = {
    'ofetch alone': repeat(() => ofetch(url)),
    'bare fetch and JSON.parse': repeat(async () => JSON.parse(await (await stub(url)).text()) as unknown),
    'openapi-fetch': repeat(() => openapi.request('get', `/units/${id}` as never)),
    'this client, paced and validated': repeat(() => visma.units.get(id)),
    'a client of one resource': repeat(() => small.units.get(id)),
    'ofetch alone, 22 fields': repeat(() => ofetch(`https://example.org/v2/customers/${id}`)),
    'this client, 22 of 62 fields': repeat(() => visma.customers.get(id)),
  };
  const times = await bestTimes(contenders, 40);
  const lines: string[] = [];
  const baseBytes = await allocated(contenders['ofetch alone']);
  for (const [name, run] of Object.entries(contenders)) {
    const time = (times[name] ?? NaN) / (times['ofetch alone'] ?? NaN);
    const bytes = (await allocated(run)) / baseBytes;
    lines.push(`${name.padEnd(34)} ${time.toFixed(2)} x the time of ofetch, ${bytes.toFixed(2)} x its allocation (${((times[name] ?? NaN) * 1000 / calls).toFixed(1)} us)`);
  }
  return lines;
}
