import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import {
  AbortedError, ApiDriftError, AuthenticationError, BusinessRuleError, ConflictError, DeadlineError, InvalidInputError,
  NetworkError, NotFoundError, OutcomeUnknownError, PermissionError, RateLimitError, ServerError, TimeoutError,
  ValidationError, VismaError, type Attempt,
} from '../../src/index.ts';
import { customer, customerInput, fetchFailed, html, json, refusal, rejection, scripted, type Step } from './scripted.ts';

const id = customer.Id;
const reads = (steps: readonly Step[], options = {}) => {
  const script = scripted(steps, options);
  return { ...script, run: () => script.client.customers.get(id) };
};
const writes = {
  POST: (script: ReturnType<typeof scripted>) => script.client.customers.create(customerInput),
  PUT: (script: ReturnType<typeof scripted>) => script.client.customers.update(id, customerInput),
  DELETE: (script: ReturnType<typeof scripted>) => script.client.customers.delete(id),
  'POST without a body': (script: ReturnType<typeof scripted>) => script.client.customerInvoices.void(id),
};

describe('a read', () => {
  it.each([
    ['reset', fetchFailed('ECONNRESET')],
    ['a refused connection', fetchFailed('ECONNREFUSED')],
    ['429', refusal(429, 4010)],
    ['500', refusal(500, 1)],
    ['502 from a gateway', html(502)],
    ['503', html(503)],
    ['504', html(504)],
    ['408', html(408)],
    ['a body that is cut off', new Response('{"Id": "')],
    ['an empty body', new Response('')],
  ])('is repeated after %s', async (_, step) => {
    const { run, sent } = reads([step, json(customer)]);
    expect(await run()).toMatchObject(customer);
    expect(sent).toHaveLength(2);
  });

  it('waits longer from retry to retry, then throws what it met last', async () => {
    const { run, sent, waits } = reads([html(503)], { maxRetries: 4 });
    expect(await rejection(run())).toBeInstanceOf(ServerError);
    expect(sent).toHaveLength(5);
    expect(waits).toEqual([375, 750, 1500, 3000]);
  });

  it.each([
    [400, refusal(400, 2000), ValidationError],
    [403, refusal(403, 4006), PermissionError],
    [404, refusal(404, 3000), NotFoundError],
    [409, refusal(409, 4000), ConflictError],
    [403, html(403), ServerError],
    [404, json({ statusCode: 404, message: 'Resource not found' }, 404), ServerError],
    [302, new Response(null, { status: 302, headers: { location: 'https://example.org/login' } }), ServerError],
  ])('is not repeated after %i', async (_, step, ErrorClass) => {
    const { run, sent } = reads([step]);
    expect(await rejection(run())).toBeInstanceOf(ErrorClass);
    expect(sent).toHaveLength(1);
  });

  it('never follows a redirect', async () => {
    const fetch = vi.fn(() => Promise.resolve(json(customer)));
    await scripted([], { fetch: fetch }).client.customers.get(id);
    expect(fetch.mock.lastCall).toMatchObject([expect.anything(), { redirect: 'manual' }]);
  });
});

describe.each(Object.entries(writes))('A5: a write (%s)', (_, write) => {
  it.each([
    ['reset', fetchFailed('ECONNRESET')],
    ['a closed socket', fetchFailed('UND_ERR_SOCKET')],
    ['a timeout of headers', fetchFailed('UND_ERR_HEADERS_TIMEOUT')],
    ['an error without a code', new Error('x')],
    ['408', refusal(408, 1)],
    ['500 with the API\'s body', refusal(500, 1)],
    ['502', html(502)],
    ['503 with Retry-After', html(503, { 'retry-after': '1' })],
    ['a gateway\'s 403', html(403)],
    ['a gateway\'s 404', html(404)],
    ['a 400 without the API\'s body', json({ message: 'bad' }, 400)],
    ['a 400 with half of the API\'s body', json({ ErrorCode: 2000 }, 400)],
    ['a gateway\'s 401', html(401)],
    ['a redirect', new Response(null, { status: 307, headers: { location: 'https://example.org' } })],
  ])('is sent once, and its outcome is unknown after %s', async (__, step) => {
    const script = scripted([step, json(customer)]);
    const error = await rejection(write(script));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ code: 'outcome-unknown', delivery: 'unknown' });
    expect(script.sent).toHaveLength(1);
  });

  it.each([
    ['DNS', fetchFailed('ENOTFOUND')],
    ['a refused connection', fetchFailed('ECONNREFUSED')],
    ['an unreachable host', fetchFailed('EHOSTUNREACH')],
    ['a timeout of the connection', fetchFailed('UND_ERR_CONNECT_TIMEOUT')],
    ['TLS', fetchFailed('CERT_HAS_EXPIRED')],
    ['429 of the API', refusal(429, 4010)],
    ['429 of anybody', html(429)],
  ])('is repeated after %s', async (__, step) => {
    const script = scripted([step, json(customer)]);
    await write(script);
    expect(script.sent).toHaveLength(2);
  });

  it('is known not to be sent when the connection never came about', async () => {
    const script = scripted([fetchFailed('ENOTFOUND')], { maxRetries: 1 });
    const error = await rejection(write(script));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ delivery: 'not-sent' });
    expect(script.sent).toHaveLength(2);
  });

  it.each([
    [400, 2000, ValidationError], [400, 4002, BusinessRuleError], [400, 4026, BusinessRuleError], [400, 4000, ConflictError],
    [400, 4001, BusinessRuleError], [400, 3001, BusinessRuleError], [403, 4003, PermissionError], [403, 4004, PermissionError],
    [400, 4006, PermissionError], [404, 3000, NotFoundError], [409, 4000, ConflictError], [401, 4005, AuthenticationError],
  ])('is answered by %i with error %i', async (status, errorCode, ErrorClass) => {
    const error = await rejection(write(scripted([refusal(status, errorCode)])));
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toMatchObject({ delivery: 'answered', status, errorCode, errorId: '9b0f6a2e-0000-4000-8000-000000000001' });
  });

  it('is refused, not lost, when the rate limit lasts', async () => {
    const error = await rejection(write(scripted([refusal(429, 4010, 'Try again in 55 seconds.')], { deadlineMs: 100_000 })));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ delivery: 'answered', retryAfterMs: 55_000 });
  });

  it('times out with an unknown outcome, also when fetch ignores its signal', async () => {
    const script = scripted([() => new Promise(() => undefined)], { timeoutMs: 20 });
    expect(await rejection(write(script))).toBeInstanceOf(OutcomeUnknownError);
    expect(script.sent[0]?.signal?.aborted).toBe(true);
  });

  it('A3: does not start at or after startBefore', async () => {
    const script = scripted([json(customer)]);
    const limited = { startBefore: Date.UTC(2026, 2, 31, 12) };
    const error = await rejection(script.client.customers.delete(id, limited));
    expect(error).toBeInstanceOf(DeadlineError);
    expect(error).toMatchObject({ delivery: 'not-sent' });
    expect(script.sent).toHaveLength(0);
  });
});

it('A3: no second attempt of a write starts after startBefore', async () => {
  const script = scripted([refusal(429, 4010, 'Try again in 5 seconds.'), json(customer)]);
  const promise = script.client.customers.create(customerInput, { startBefore: Date.UTC(2026, 2, 31, 12) + 4000 });
  expect(await rejection(promise)).toMatchObject({ code: 'deadline', delivery: 'not-sent' });
  expect(script.sent).toHaveLength(1);
});

it('a read may start after startBefore', async () => {
  const script = scripted([json(customer)]);
  expect(await script.client.customers.get(id, { startBefore: 0 })).toMatchObject(customer);
});

describe('a 2xx answer that cannot be read', () => {
  it.each([
    ['HTML', html(200)],
    ['truncated JSON', new Response('{"Id": "00000000-', { headers: { 'content-type': 'application/json' } })],
    ['no body', new Response(null, { status: 204 })],
    ['an array', json([customer])],
    ['null', json(null)],
    ['a record without its id', json({ Name: 'De Vries' })],
    ['a field of another type', json({ ...customer, IsActive: 'yes' })],
    ['10 MB', () => new Response(`{"Id":"${'x'.repeat(10_000_000)}"}`)],
    ['a body that breaks off', () => new Response(new ReadableStream({ pull: (c) => { c.error(new Error('reset')); } }))],
  ])('leaves the outcome of a write unknown: %s', async (_, step) => {
    const script = scripted([step]);
    expect(await rejection(script.client.customers.create(customerInput))).toMatchObject({ code: 'outcome-unknown', delivery: 'unknown' });
    expect(script.sent).toHaveLength(1);
  });

  it.each([
    ['HTML', html(200), 4],
    ['truncated JSON', new Response('{"Id": "00000000-'), 4],
    ['a field of another type', json({ ...customer, IsActive: 'yes' }), 1],
    ['10 MB', () => new Response(`{"Id":"${'x'.repeat(10_000_000)}"}`), 1],
  ])('is API drift for a read: %s', async (_, step, attempts) => {
    const { run, sent } = reads([step]);
    const error = await rejection(run());
    expect(error).toBeInstanceOf(ApiDriftError);
    expect(error).toMatchObject({ delivery: 'unknown', status: 200 });
    expect(sent).toHaveLength(attempts);
  });

  it('stops reading a body without an end', async () => {
    let chunks = 0;
    const endless = (): Response =>
      new Response(new ReadableStream({ pull: (c) => { chunks++; c.enqueue(new Uint8Array(65_536)); } }));
    expect(await rejection(reads([endless]).run())).toBeInstanceOf(ApiDriftError);
    expect(chunks).toBeLessThan(200);
  });

  it('names the field without quoting its value', async () => {
    const error = await rejection(reads([json({ ...customer, VatNumber: { secret: 'abc123' } })]).run());
    expect(error).toMatchObject({ differences: [{ path: 'VatNumber' }] });
    expect(inspect(error, { depth: 10 })).not.toContain('abc123');
  });

  it('does not matter where nothing is answered', async () => {
    for (const step of [html(200), new Response(null, { status: 204 }), new Response('{"'), json({ anything: 1 })]) {
      const script = scripted([step]);
      const nothing = await script.client.customers.delete(id).then((value: unknown) => value);
      expect(nothing).toBeUndefined();
    }
  });
});

describe('a refused token', () => {
  const provider = () => {
    const rejected: (string | undefined)[] = [];
    let count = 0;
    return { rejected, getAccessToken: (request?: { rejected?: string | undefined }) => { rejected.push(request?.rejected); return Promise.resolve(`token-${++count}`); } };
  };

  it.each([['the API\'s body', refusal(401, 4005)], ['a challenge', new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } })]])(
    'A5: is replaced once, also for a write, after a 401 with %s',
    async (_, step) => {
      const auth = provider();
      const script = scripted([step, json(customer)], { auth });
      expect(await script.client.customers.create(customerInput)).toMatchObject(customer);
      expect(auth.rejected).toEqual([undefined, 'token-1']);
      expect(script.sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
    },
  );

  it('is not replaced twice', async () => {
    const auth = provider();
    const script = scripted([refusal(401, 4005)], { auth });
    expect(await rejection(script.client.customers.create(customerInput))).toMatchObject({ code: 'authentication', delivery: 'answered' });
    expect(script.sent).toHaveLength(2);
  });

  it('is not replaced after a 401 of a gateway', async () => {
    const script = scripted([html(401), json(customer)], { auth: provider() });
    expect(await rejection(script.client.customers.create(customerInput))).toBeInstanceOf(OutcomeUnknownError);
    expect(script.sent).toHaveLength(1);
  });

  it('passes an error of the provider on unchanged', async () => {
    class Reconnect extends VismaError {}
    const failure = new Reconnect('reconnect', { delivery: 'not-sent' });
    const script = scripted([json(customer)], { auth: { getAccessToken: () => Promise.reject(failure) } });
    expect(await rejection(script.client.customers.create(customerInput))).toBe(failure);
  });

  it('counts any other failure of the provider as not sent', async () => {
    const auth = { getAccessToken: () => Promise.reject(new Error('the store is down: refresh_token=abc123secret')) };
    const error = await rejection(scripted([json(customer)], { auth, maxRetries: 0 }).client.customers.create(customerInput));
    expect(error).toMatchObject({ code: 'network', delivery: 'not-sent' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('abc123secret');
  });
});

describe('waits', () => {
  it.each([
    [refusal(429, 4010, 'x', { 'retry-after': '7' }), 7000],
    [refusal(429, 4010, 'x', { 'retry-after': 'Tue, 31 Mar 2026 12:00:09 GMT' }), 9000],
    [refusal(429, 4010, 'API calls quota exceeded! maximum admitted 600 per Minute. Try again in 55 seconds.'), 55_000],
    [refusal(429, 4010, 'x'), 375],
    [html(503, { 'retry-after': '3' }), 3000],
  ])('as long as the API says (%#)', async (step, ms) => {
    const { run, waits } = reads([step, json(customer)]);
    await run();
    expect(waits).toEqual([ms]);
  });

  it('not at all when the deadline would pass meanwhile', async () => {
    const { run, waits } = reads([refusal(429, 4010, 'Try again in 55 seconds.')], { deadlineMs: 50_000 });
    expect(await rejection(run())).toMatchObject({ code: 'rate-limit', retryAfterMs: 55_000 });
    expect(waits).toEqual([]);
  });

  it('end when the caller aborts', async () => {
    const controller = new AbortController();
    const clock = { now: () => 0, sleep: (_: number, signal?: AbortSignal) => new Promise<void>((__, reject) => { signal?.addEventListener('abort', () => { reject(signal.reason as Error); }); }) };
    const script = scripted([() => { setTimeout(() => { controller.abort(); }, 5); return refusal(429, 4010); }], { clock });
    const error = await rejection(script.client.customers.create(customerInput, { signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ delivery: 'not-sent' });
  });
});

describe('bounds', () => {
  it('a read times out per attempt and is repeated', async () => {
    const script = scripted([() => new Promise(() => undefined), json(customer)], { timeoutMs: 20 });
    expect(await script.client.customers.get(id)).toMatchObject(customer);
  });

  it('a read that always times out is a TimeoutError', async () => {
    const script = scripted([() => new Promise(() => undefined)], { timeoutMs: 10, maxRetries: 1 });
    expect(await rejection(script.client.customers.get(id))).toBeInstanceOf(TimeoutError);
    expect(script.sent).toHaveLength(2);
  });

  it('the time holds for the body too', async () => {
    const slow = (): Response => new Response(new ReadableStream({ start: (c) => { c.enqueue(new Uint8Array([123])); } }));
    expect(await rejection(scripted([slow], { timeoutMs: 20, maxRetries: 0 }).client.customers.get(id))).toBeInstanceOf(TimeoutError);
    expect(await rejection(scripted([slow], { timeoutMs: 20 }).client.customers.create(customerInput))).toBeInstanceOf(OutcomeUnknownError);
  });

  it('the total deadline ends an attempt that runs', async () => {
    const script = scripted([() => new Promise(() => undefined)], { timeoutMs: 5000, maxRetries: 0 });
    expect(await rejection(script.client.customers.get(id, { deadlineMs: 20 }))).toBeInstanceOf(TimeoutError);
  });

  it('the total deadline ends a wait for the rate limiter: nothing was sent', async () => {
    const rateLimiter = { take: () => new Promise<void>(() => undefined) };
    const script = scripted([json(customer)], { rateLimiter });
    const error = await rejection(script.client.customers.create(customerInput, { deadlineMs: 20 }));
    expect(error).toMatchObject({ code: 'deadline', delivery: 'not-sent' });
    expect(script.sent).toHaveLength(0);
  });

  it.each([
    ['before it is sent', true, 'not-sent'],
    ['after it was sent', false, 'unknown'],
  ])('an abort %s says so', async (_, before, delivery) => {
    const controller = new AbortController();
    if (before) controller.abort();
    const script = scripted([() => { controller.abort(); return new Promise(() => undefined); }]);
    const error = await rejection(script.client.customers.create(customerInput, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', delivery });
    expect(script.sent).toHaveLength(before ? 0 : 1);
  });

  it('leaves no listener on a signal that lives on', async () => {
    const controller = new AbortController();
    const add = vi.spyOn(controller.signal, 'addEventListener');
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const script = scripted([fetchFailed('ECONNRESET'), json(customer)]);
    await script.client.customers.get(id, { signal: controller.signal });
    expect(add.mock.calls.length).toBeGreaterThan(0);
    expect(remove.mock.calls.length).toBe(add.mock.calls.length);
  });
});

describe('the request', () => {
  it('carries token, JSON and user agent', async () => {
    const script = scripted([json(customer, 201)], { appInfo: { name: 'my app', version: '4.5' } });
    await script.client.customers.create(customerInput, { headers: { 'x-trace': 'abc' } });
    const [request] = script.sent;
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer secret-token',
      'content-type': 'application/json',
      'user-agent': 'visma-eaccounting/0.0.0 my app/4.5',
      'x-trace': 'abc',
    });
    expect(JSON.parse(request?.body ?? '')).toEqual(customerInput);
  });

  it('cannot be given another token', async () => {
    const script = scripted([json(customer)]);
    await script.client.customers.get(id, { headers: { authorization: 'Bearer other' } });
    expect(script.sent[0]?.headers.get('authorization')).toBe('Bearer secret-token');
  });

  it.each(['http://127.0.0.1:4020/v2', 'http://127.0.0.1:4020/v2/', 'https://example.org/a/b/v2//'])('goes below the base %s', async (baseUrl) => {
    const script = scripted([json(customer)], { baseUrl });
    await script.client.customers.get(id);
    expect(script.sent[0]?.url.href).toBe(`${baseUrl.replace(/\/+$/, '')}/customers/${id}`);
  });

  it.each(['', 'example.org', 'ftp://example.org', 'https://example.org?x=1', 'https://'])('refuses the base "%s"', (baseUrl) => {
    expect(() => scripted([], { baseUrl })).toThrow(InvalidInputError);
  });

  it.each([['timeoutMs', -1], ['deadlineMs', NaN], ['maxRetries', -1], ['maxAnswerBytes', -5]])('refuses %s of %d', (name, value) => {
    expect(() => scripted([], { [name]: value })).toThrow(InvalidInputError);
  });

  it.each(['', '.', '..', undefined, null, {}, [], NaN, 1.5])('refuses %s as an id', async (bad) => {
    const script = scripted([json(customer)]);
    expect(await rejection(script.client.customers.get(bad as never))).toMatchObject({ code: 'invalid-input', fields: [{ path: 'customerId' }] });
    expect(script.sent).toHaveLength(0);
  });

  it.each(['a/b', '../vouchers', 'x?y=1', '#', 'a%2Fb', ' '])('encodes the id "%s"', async (text) => {
    const script = scripted([json(customer)]);
    await script.client.customers.get(text);
    expect(script.sent[0]?.url.pathname).toBe(`/v2/customers/${encodeURIComponent(text)}`);
    expect(script.sent[0]?.url.search).toBe('');
  });

  it('is sent once, however often its promise is used, and also when nobody waits', async () => {
    const script = scripted([json(customer)]);
    const promise = script.client.customers.get(id);
    await Promise.all([promise, promise, promise.withResponse()]);
    void script.client.customers.get(id);
    await vi.waitFor(() => { expect(script.sent).toHaveLength(2); });
  });
});

describe('middleware', () => {
  it('runs around every attempt, the first outermost, and never sees the token', async () => {
    const seen: string[] = [];
    const note = (name: string) => async (attempt: Attempt, next: () => Promise<Response>) => {
      seen.push(`${name} ${attempt.operation} #${attempt.number}`);
      expect(JSON.stringify(attempt)).not.toContain('secret-token');
      attempt.headers[`x-${name}`] = '1';
      const response = await next();
      seen.push(`${name} ${response.status}`);
      return response;
    };
    const script = scripted([html(503), json(customer)], { middleware: [note('a'), note('b')] });
    await script.client.customers.get(id);
    const run = (number: number, status: number) => [`a GET /customers/{customerId} #${number}`, `b GET /customers/{customerId} #${number}`, `b ${status}`, `a ${status}`];
    expect(seen).toEqual([...run(1, 503), ...run(2, 200)]);
    expect(script.sent[0]?.headers.get('x-b')).toBe('1');
  });

  it.each([[true, 'network', 'not-sent'], [false, 'outcome-unknown', 'unknown']])('that throws before sending: %s', async (before, code, delivery) => {
    const middleware = [async (_: Attempt, next: () => Promise<Response>) => {
      if (!before) await next();
      throw new Error('tracing broke');
    }];
    const script = scripted([json(customer)], { middleware, maxRetries: 0 });
    expect(await rejection(script.client.customers.create(customerInput))).toMatchObject({ code, delivery });
  });
});

describe('secrets', () => {
  it('appear in no error, whatever the other side and fetch say', async () => {
    const steps: readonly Step[] = [
      refusal(400, 2000, 'Bearer secret-token is not welcome'),
      html(502),
      Object.assign(new Error('refused Bearer secret-token'), { code: 'ECONNRESET', headers: { authorization: 'Bearer secret-token' } }),
      () => { throw Object.assign(new Error('x'), { request: { headers: 'secret-token' }, cause: new Error('secret-token') }); },
      json({ ErrorCode: 2000, DeveloperErrorMessage: 'x', Errors: [{ Field: 'Name', Message: 'secret-token' }] }, 400),
    ];
    for (const step of steps) {
      for (const write of [true, false]) {
        const script = scripted([step], { maxRetries: 0 });
        const error = await rejection(write ? script.client.customers.create(customerInput) : script.client.customers.get(id));
        expect(error).toBeInstanceOf(VismaError);
        expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('secret-token');
        expect(JSON.stringify(error)).not.toContain('secret-token');
      }
    }
  });
});

describe('raw answers', () => {
  it('asResponse() leaves the body unread', async () => {
    const script = scripted([new Response('not JSON')]);
    const response = await script.client.customers.get(id).asResponse();
    expect(await response.text()).toBe('not JSON');
  });

  it('asResponse() still throws for refusals', async () => {
    const script = scripted([refusal(404, 3000)]);
    expect(await rejection(script.client.customers.get(id).asResponse())).toBeInstanceOf(NotFoundError);
  });

  it('asResponse() comes too late once the answer is read', async () => {
    const promise = scripted([json(customer)]).client.customers.get(id);
    await promise;
    expect(await rejection(promise.asResponse())).toBeInstanceOf(TypeError);
  });

  it('withResponse() gives both', async () => {
    const { data, response } = await scripted([json(customer, 201, { 'x-id': '7' })]).client.customers.create(customerInput).withResponse();
    expect(data).toMatchObject(customer);
    expect([response.status, response.headers.get('x-id')]).toEqual([201, '7']);
  });

  it('a list can be taken raw', async () => {
    const response = await scripted([json({ any: 1 })]).client.customers.list().asResponse();
    expect(await response.json()).toEqual({ any: 1 });
  });
});

describe('files', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 invoice');
  const answer = (): Response => new Response(pdf, { headers: { 'content-type': 'application/pdf' } });

  it('stream, or are read as bytes', async () => {
    const file = await scripted([answer]).client.customerInvoices.print(id);
    expect(file.contentType).toBe('application/pdf');
    expect(await file.bytes()).toEqual(pdf);
    const { stream } = await scripted([answer]).client.customerInvoices.print(id);
    expect(await new Response(stream).bytes()).toEqual(pdf);
  });

  it('are not bound by the time of an attempt once they stream', async () => {
    const slow = (): Response => new Response(new ReadableStream({ start: (c) => { setTimeout(() => { c.enqueue(pdf); c.close(); }, 60); } }));
    const file = await scripted([slow], { timeoutMs: 25 }).client.customerInvoices.print(id);
    expect(await file.bytes()).toEqual(pdf);
  });

  it('stay connected to the caller\'s signal until they are read', async () => {
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const file = await scripted([answer]).client.customerInvoices.print(id, { signal: controller.signal });
    expect(remove).not.toHaveBeenCalled();
    await file.bytes();
    expect(remove).toHaveBeenCalled();
  });

  it('leave no timer behind that would keep a process alive, also when nobody reads them', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await scripted([answer]).client.customerInvoices.print(id);
      await scripted([answer]).client.customerInvoices.print(id).asResponse();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are errors where the API refuses', async () => {
    expect(await rejection(scripted([refusal(404, 3000)]).client.customerInvoices.print(id))).toBeInstanceOf(NotFoundError);
  });
});
