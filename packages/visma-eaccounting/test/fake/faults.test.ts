import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/testing/index.ts';
import { type Harness, type Wire, draftBody, open } from './harness.ts';

const create = 'POST /customerinvoicedrafts';

async function attempt(fault: Fault, options: { signal?: AbortSignal } = {}): Promise<{ visma: Harness; outcome: unknown; body: string }> {
  const visma = open();
  const customer = await visma.customer('1001');
  const { accessToken } = visma.fake.authorize();
  visma.fake.faults.next(create, fault);
  let outcome: unknown;
  let body = '';
  try {
    const response = await visma.fake.fetch(`${visma.fake.apiUrl}/customerinvoicedrafts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(draftBody(customer.Id, [])),
      ...options,
    });
    outcome = response;
    body = await response.text();
  } catch (error) {
    outcome = error;
  }
  return { visma, outcome, body };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && error.cause instanceof Error ? (error.cause as Error & { code?: string }).code : undefined);
const drafts = (visma: Harness): number => visma.fake.books.drafts.length;

describe('faults in fake.fetch look like those of Node', () => {
  it.each([
    ['refuse', 'ECONNREFUSED', 0, { kind: 'refuse' }],
    ['no such host', 'ENOTFOUND', 0, { kind: 'refuse', as: 'dns' }],
    ['unreachable', 'EHOSTUNREACH', 0, { kind: 'refuse', as: 'unreachable' }],
    ['a TLS failure', 'CERT_HAS_EXPIRED', 0, { kind: 'refuse', as: 'tls' }],
    ['connect-timeout', 'UND_ERR_CONNECT_TIMEOUT', 0, { kind: 'connect-timeout' }],
    ['closed after the commit', 'UND_ERR_SOCKET', 1, { kind: 'reset', committed: true, as: 'closed' }],
    ['reset before the commit', 'ECONNRESET', 0, { kind: 'reset', committed: false }],
    ['reset after the commit', 'ECONNRESET', 1, { kind: 'reset', committed: true }],
  ] as const)('A5: %s rejects with %s', async (_name, code, committed, fault) => {
    const { visma, outcome } = await attempt(fault);
    expect(outcome).toBeInstanceOf(TypeError);
    expect((outcome as Error).message).toBe('fetch failed');
    expect(codeOf(outcome)).toBe(code);
    expect(drafts(visma)).toBe(committed);
  });

  it('a late commit is seen as a reset now and carried out later', async () => {
    const { visma, outcome } = await attempt({ kind: 'late-commit', afterMs: 60_000 });
    expect(codeOf(outcome)).toBe('ECONNRESET');
    expect(drafts(visma)).toBe(0);
    expect(visma.fake.settle()).toBe(1);
    visma.clock.advance(59_999);
    expect(drafts(visma)).toBe(0);
    visma.clock.advance(1);
    expect(drafts(visma)).toBe(1);
    expect(visma.fake.settle()).toBe(0);
  });

  it('a late commit keeps its place though its token has died meanwhile', async () => {
    const { visma } = await attempt({ kind: 'late-commit', afterMs: 60_000, seen: 'gateway' });
    visma.fake.person.changePassword('nieuw');
    visma.clock.advance(60_000);
    expect(drafts(visma)).toBe(1);
  });

  it('a silent connection ends with the reason of the caller, committed or not', async () => {
    for (const committed of [false, true]) {
      const abort = new AbortController();
      const pending = attempt({ kind: 'hang', committed }, { signal: abort.signal });
      setTimeout(() => {
        abort.abort(new Error('given up'));
      });
      const { visma, outcome } = await pending;
      expect((outcome as Error).message).toBe('given up');
      expect(drafts(visma)).toBe(committed ? 1 : 0);
    }
  });

  it('a slow answer takes its time', async () => {
    const { visma, outcome } = await attempt({ kind: 'slow', ms: 30_000 });
    expect((outcome as Response).status).toBe(201);
    expect(visma.clock.now()).toBe(Date.parse('2026-04-01T08:00:30Z'));
  });

  it.each([
    ['a server error after the commit', 503, 1, { kind: 'server-error', status: 503, committed: true }],
    ['a server error before the commit', 500, 0, { kind: 'server-error', committed: false, body: 'none' }],
    ["a gateway's 404 without Visma's body", 404, 0, { kind: 'gateway', status: 404 }],
    ["a gateway's 504 after the commit", 504, 1, { kind: 'gateway', status: 504, committed: true }],
    ["a 401 with Visma's body", 401, 0, { kind: 'unauthorized' }],
    ['a 401 without a body', 401, 0, { kind: 'unauthorized', body: false, wwwAuthenticate: true }],
    ['a rate limit', 429, 0, { kind: 'rate-limit', seconds: 7 }],
    ['a refusal such as that of VIES', 400, 0, { kind: 'refusal', status: 400, errorCode: 2000, message: 'VIES' }],
  ] as const)('%s', async (_name, status, committed, fault) => {
    const { visma, outcome, body } = await attempt(fault);
    expect((outcome as Response).status).toBe(status);
    expect(drafts(visma)).toBe(committed);
    const isVisma = body.startsWith('{') && 'ErrorCode' in (JSON.parse(body) as Wire);
    expect(isVisma).toBe(['server-error', 'unauthorized', 'rate-limit', 'refusal'].includes(fault.kind) && body !== '');
  });

  it('truncated JSON ends in the middle, a broken body with an error', async () => {
    const truncated = await attempt({ kind: 'truncated' });
    expect((truncated.outcome as Response).status).toBe(201);
    expect(() => JSON.parse(truncated.body) as unknown).toThrow(SyntaxError);
    const broken = await attempt({ kind: 'broken-body' });
    expect(broken.outcome).toBeInstanceOf(TypeError);
    expect(codeOf(broken.outcome)).toBe('UND_ERR_SOCKET');
    expect(drafts(broken.visma)).toBe(1);
  });
});

describe('aiming faults', () => {
  it('by operation, by the n-th request, for a number of times', async () => {
    const visma = open();
    visma.fake.faults.add({ on: 'GET /customers*', nth: 2, times: 2, fault: { kind: 'server-error', committed: false } });
    const statuses: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      statuses.push((await visma.request('GET', '/customers')).status);
      expect((await visma.request('GET', '/units')).status).toBe(200);
    }
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect(visma.fake.faults.hits()).toEqual({ 'server-error': 2 });
  });

  it('at the identity server too', async () => {
    const { fake } = open();
    fake.faults.next('POST /connect/token', { kind: 'reset', committed: true });
    const ask = () => fake.fetch(`${fake.identityUrl}/connect/token`, { method: 'POST', body: new URLSearchParams() });
    await expect(ask()).rejects.toThrow('fetch failed');
    expect((await ask()).status).toBe(400);
  });

  it('by chance, the same for the same seed', async () => {
    const run = async (seed: string): Promise<string> => {
      const visma = open();
      visma.fake.faults.plan({ seed, rate: 0.3, faults: [{ kind: 'server-error', committed: false }, { kind: 'rate-limit' }] });
      const statuses: number[] = [];
      for (let round = 0; round < 40; round += 1) statuses.push((await visma.request('GET', '/units')).status);
      return statuses.join();
    };
    expect(await run('a')).toBe(await run('a'));
    expect(await run('a')).not.toBe(await run('b'));
    expect(await run('a')).toContain('500');
    expect(await run('a')).toContain('429');
  });

  it('each request is logged with its operation, fault, status and whether it was carried out', async () => {
    const { visma } = await attempt({ kind: 'reset', committed: true });
    expect(visma.fake.requests.count(create)).toBe(1);
    expect(visma.fake.requests.all().at(-1)).toMatchObject({ operation: create, fault: 'reset', status: undefined, committed: true, company: 'kadewijk-advies-nl' });
    expect(visma.fake.requests.counts()).toEqual({ 'GET /customers': 1, [create]: 1 });
  });
});
