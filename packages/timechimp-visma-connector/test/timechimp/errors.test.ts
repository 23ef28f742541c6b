import { createTimeChimpSource, createTimeChimpSources, TimeChimpError } from '@x/timechimp-visma-connector/timechimp';
import type { TimeChimpFault } from '@x/timechimp-visma-connector/timechimp/testing';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { acme, keys, setup } from './setup.ts';

const read = (world: ReturnType<typeof setup>) => world.source.customers.page(acme, { limit: 10 });

describe('an error says what to do', () => {
  it.each<[TimeChimpFault, string, string]>([
    [{ kind: 'refusal', status: 401 }, 'authentication', 'answered'],
    [{ kind: 'refusal', status: 403 }, 'permission', 'answered'],
    [{ kind: 'refusal', status: 422 }, 'refused', 'answered'],
    [{ kind: 'rate-limit' }, 'rate-limit', 'answered'],
    [{ kind: 'server-error', committed: false }, 'server', 'unknown'],
    [{ kind: 'reset', committed: false }, 'network', 'unknown'],
    [{ kind: 'refuse' }, 'network', 'not-sent'],
    [{ kind: 'hang', committed: false }, 'timeout', 'unknown'],
    [{ kind: 'garbled', body: '<html>' }, 'api-drift', 'unknown'],
    [{ kind: 'garbled', body: '{"items":[]}' }, 'api-drift', 'answered'],
    [{ kind: 'garbled', body: '{"result":[{"name":"no id"}]}' }, 'api-drift', 'answered'],
  ])('%j is "%s", %s', async (fault, code, delivery) => {
    const world = setup({ settings: { maxRetries: 0, timeoutMs: 20 } });
    world.fake.faults.next('GET /customers', fault);
    const error = await read(world).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TimeChimpError);
    expect(error).toMatchObject({ code, delivery, operation: 'GET /customers', name: 'TimeChimpError' });
    expect((error as TimeChimpError).advice).not.toBe('');
  });

  it('names what needs a key of API v1', async () => {
    const { source } = setup({ v1: false });
    await expect(source.invoices.page(acme, { limit: 10 })).rejects.toMatchObject({ code: 'v1-key-missing', delivery: 'not-sent' });
  });

  it('of a caller that gave up before sending: nothing was sent', async () => {
    const { source, fake } = setup();
    await expect(source.customers.get(acme, ['1'], AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted', delivery: 'not-sent' });
    expect(fake.requests).toEqual([]);
  });

  it('is recognised across two copies of the package, and a subclass only as itself', () => {
    const other = Object.assign(new Error('x'), { code: 'refused' });
    Object.defineProperty(other, Symbol.for('@x/timechimp-visma-connector/timechimp-error'), { value: true });
    class Own extends TimeChimpError {}
    expect(other).toBeInstanceOf(TimeChimpError);
    expect(other).not.toBeInstanceOf(Own);
    expect(new Own('refused', 'x', { delivery: 'answered' })).toBeInstanceOf(Own);
  });
});

describe('A5: a 4xx counts as a refusal only when TimeChimp itself gave it', () => {
  it.each<[TimeChimpFault, string, string]>([
    [{ kind: 'refusal', status: 400 }, 'refused', 'answered'],
    [{ kind: 'gateway', status: 400 }, 'outcome-unknown', 'unknown'],
    [{ kind: 'gateway', status: 413 }, 'outcome-unknown', 'unknown'],
    [{ kind: 'refusal', status: 408 }, 'outcome-unknown', 'unknown'],
  ])('%j of a write is "%s"', async (fault, code, delivery) => {
    const world = setup();
    world.fake.faults.next('PUT /customers/2', fault);
    await expect(world.source.customers.setNumber(acme, '2', '9', '000102')).rejects.toMatchObject({ code, delivery });
  });
});

describe('retries', () => {
  it.each<TimeChimpFault>([
    { kind: 'server-error', committed: false, status: 503 }, { kind: 'reset', committed: false }, { kind: 'refuse' }, { kind: 'rate-limit' },
    { kind: 'gateway', status: 502 },
  ])('a read is repeated after %j', async (fault) => {
    const world = setup();
    world.fake.faults.add({ on: 'GET /customers', times: 3, fault });
    expect((await read(world)).items).toHaveLength(4);
  });

  it('a write is repeated after a 429, never after a 5xx', async () => {
    const world = setup();
    world.fake.faults.next('POST /customers', { kind: 'rate-limit', seconds: 7 });
    const before = world.clock.now();
    expect(await world.source.customers.upsert(acme, [{ fields: { name: 'Nieuw', number: '9' } }])).toMatchObject([{ outcome: 'created' }]);
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(7000);
    world.fake.faults.next('POST /customers', { kind: 'server-error', committed: false });
    await expect(world.source.customers.upsert(acme, [{ fields: { name: 'Ander', number: '10' } }])).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(world.fake.requests.filter(({ operation }) => operation === 'POST /customers')).toHaveLength(3);
  });

  it('waits as long as a 429 says, and ten seconds where it says nothing', async () => {
    const world = setup();
    world.fake.faults.next('GET /customers', { kind: 'rate-limit', retryAfter: false });
    const before = world.clock.now();
    await read(world);
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(10_000);
    expect(world.clock.now() - before).toBeLessThan(11_000);
  });

  it('end after the given number, with the last error', async () => {
    const world = setup({ settings: { maxRetries: 2 } });
    world.fake.faults.add({ on: 'GET /customers', times: 9, fault: { kind: 'server-error', committed: false } });
    await expect(read(world)).rejects.toMatchObject({ code: 'server', status: 500 });
    expect(world.fake.requests).toHaveLength(3);
  });

  it('never meet a 429 in a long run: the pace keeps below 100 a minute', async () => {
    const world = setup();
    for (let each = 0; each < 500; each += 1) await read(world);
    expect(world.fake.rateLimited).toBe(0);
  });
});

describe('a key', () => {
  const everything = (error: unknown): string => `${inspect(error, { depth: 9, showHidden: true })}${JSON.stringify(error)}${String((error as Error).stack)}`;

  it.each<TimeChimpFault>([
    { kind: 'refusal', status: 400, message: `key ${keys.apiKey} and ${keys.v1ApiKey} are wrong` },
    { kind: 'refusal', status: 401, message: `Bearer ${keys.v1ApiKey}, api-key: ${keys.apiKey}` },
    { kind: 'reset', committed: false }, { kind: 'refuse' }, { kind: 'hang', committed: false }, { kind: 'garbled', body: keys.apiKey },
  ])('is in no error, whatever TimeChimp says (%j)', async (fault) => {
    const world = setup({ settings: { maxRetries: 0, timeoutMs: 20 } });
    world.fake.faults.add({ on: '*', times: 99, fault });
    for (const call of [read(world), world.source.invoices.page(acme, { limit: 1 }), world.source.work.projects(acme, { limit: 1 })]) {
      const error = await call.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(TimeChimpError);
      expect(everything(error)).not.toContain(keys.apiKey);
      expect(everything(error)).not.toContain(keys.v1ApiKey);
    }
  });

  it('is in no error of a fetch that shows the request', async () => {
    const failing = (input: string, init: RequestInit): Promise<Response> =>
      Promise.reject(new TypeError(`failed: ${input} ${JSON.stringify(init.headers)}`, { cause: { headers: init.headers } }));
    const source = createTimeChimpSource({ accountId: acme, ...keys, fetch: failing, maxRetries: 0 });
    const error = await source.customers.page(acme, { limit: 1 }).catch((thrown: unknown) => thrown);
    expect(everything(error)).not.toContain(keys.apiKey);
  });

  it('that no header can hold is refused without being named; spaces around it are forgiven', async () => {
    const source = createTimeChimpSource({ accountId: acme, apiKey: 'TC_ge\nheim', fetch: () => Promise.reject(new Error('never')) });
    const error = await source.customers.page(acme, { limit: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid-input', delivery: 'not-sent' });
    expect(everything(error)).not.toContain('heim');
    const world = setup({ settings: { apiKey: `  ${keys.apiKey}\n` } });
    expect((await read(world)).items).toHaveLength(4);
  });

  it('does not follow a redirect to another host', async () => {
    const hosts: string[] = [];
    const redirecting = (input: string, init: RequestInit): Promise<Response> => {
      hosts.push(new URL(input).host);
      expect(init.redirect).toBe('manual');
      return Promise.resolve(new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }));
    };
    const source = createTimeChimpSource({ accountId: acme, ...keys, fetch: redirecting });
    await expect(source.customers.page(acme, { limit: 1 })).rejects.toMatchObject({ code: 'api-drift', status: 302 });
    expect(hosts).toEqual(['v2.api.timechimp.com']);
  });

  it('of one account is never used for another', async () => {
    const used: (string | null)[] = [];
    const source = createTimeChimpSources({
      keysOf: (accountId) => Promise.resolve(accountId === 'gone' ? null : { apiKey: `TC_key-of-${accountId}` }),
      fetch: (_input, init) => {
        used.push(new Headers(init.headers).get('api-key'));
        return Promise.resolve(Response.json({ result: [], count: 0 }));
      },
    });
    await source.customers.page('one', { limit: 1 });
    await source.customers.page('two', { limit: 1 });
    expect(await source.customers.page('gone', { limit: 1 })).toEqual({ items: [] });
    expect(used).toEqual(['TC_key-of-one', 'TC_key-of-two']);
    expect(source.problems('one')).toEqual([]);
  });
});
