import { afterEach, describe, expect, it } from 'vitest';
import { type FakeVismaServer, type StartFakeVismaOptions, startFakeVisma } from '../../src/testing/index.ts';

let servers: FakeVismaServer[] = [];

async function serve(options: StartFakeVismaOptions = {}): Promise<FakeVismaServer> {
  const server = await startFakeVisma(options);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const get = (server: FakeVismaServer, path: string, init: RequestInit = {}): Promise<Response> => {
  const { accessToken } = server.fake.authorize();
  return fetch(`${server.apiUrl}${path}`, { ...init, headers: { authorization: `Bearer ${accessToken}`, connection: 'close' } });
};

const causeOf = async (pending: Promise<unknown>): Promise<unknown> => {
  try {
    await pending;
    return 'no error';
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? (error.cause as Error & { code?: string }).code : error;
  }
};

describe('the fake over HTTP', () => {
  it('serves the API under /v2 and the identity server under /connect', async () => {
    const server = await serve();
    expect(server.apiUrl).toBe(`http://127.0.0.1:${server.port}/v2`);
    expect(server.identityUrl).toBe(`http://127.0.0.1:${server.port}`);
    const page = (await (await get(server, '/customers?$pagesize=10')).json()) as { Data: unknown[] };
    expect(page.Data).toHaveLength(10);
    const query = new URLSearchParams({ client_id: server.clientId, redirect_uri: 'http://localhost/cb', response_type: 'code', scope: 'ea:api' });
    const authorize = await fetch(`${server.identityUrl}/connect/authorize?${query.toString()}`, { redirect: 'manual' });
    expect(authorize.status).toBe(302);
    const code = new URL(authorize.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const token = await fetch(`${server.identityUrl}/connect/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${server.clientId}:${server.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: 'http://localhost/cb' }),
    });
    expect(token.status).toBe(200);
  });

  it('answers a PDF byte for byte', async () => {
    const server = await serve();
    const [customer] = server.fake.books.customers;
    const draft = server.fake.person.createDraft({ CustomerId: customer?.Id ?? '', EuThirdParty: false, RotReducedInvoicingType: 0, Rows: [] });
    const invoice = server.fake.person.convertDraft(draft.Id);
    const answer = await get(server, `/customerinvoices/${invoice.Id}/print`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(0, 8))).toBe('%PDF-1.4');
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  });

  it('a reset is a reset of the socket, before or after the commit', async () => {
    const server = await serve();
    server.fake.faults.next('GET /units', { kind: 'reset', committed: false });
    expect(await causeOf(get(server, '/units'))).toBe('ECONNRESET');
    expect((await get(server, '/units')).status).toBe(200);
  });

  it('a broken body ends before its length', async () => {
    const server = await serve();
    server.fake.faults.next('GET /units', { kind: 'broken-body' });
    const answer = await get(server, '/units');
    expect(answer.status).toBe(200);
    expect(await causeOf(answer.text())).toMatch(/^UND_ERR_/);
  });

  it('a silent connection ends when the caller gives up', async () => {
    const server = await serve();
    server.fake.faults.next('GET /units', { kind: 'hang', committed: false });
    const signal = AbortSignal.timeout(50);
    await expect(get(server, '/units', { signal })).rejects.toThrow('timeout');
  });

  it('can refuse connections for a while', async () => {
    const server = await serve();
    await server.refuse();
    expect(await causeOf(get(server, '/units'))).toBe('ECONNREFUSED');
    await server.accept();
    expect((await get(server, '/units')).status).toBe(200);
  });

  it('starts over on POST /fake/reset, outside the paths of the API', async () => {
    const server = await serve();
    server.fake.person.editCustomer('1001', { Name: 'Anders' });
    expect((await fetch(`${server.identityUrl}/fake/reset`, { method: 'POST' })).status).toBe(204);
    expect(server.fake.books.customers[0]?.Name).toBe('Molenaar & Zn. Houtbewerking B.V.');
    expect((await fetch(`${server.identityUrl}/fake/health`)).status).toBe(204);
    expect((await fetch(`${server.identityUrl}/fake/other`)).status).toBe(404);
  });

  it('takes faults and shows requests and books to a caller in another process', async () => {
    const server = await serve();
    const control = (method: string, path: string, body?: unknown) =>
      fetch(`${server.identityUrl}/fake/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    expect((await control('POST', 'faults', { on: 'GET /units', times: 9, fault: { kind: 'server-error', committed: false } })).status).toBe(204);
    expect((await get(server, '/units')).status).toBe(500);
    expect((await control('DELETE', 'faults')).status).toBe(204);
    expect((await get(server, '/units')).status).toBe(200);
    expect((await control('POST', 'faults', { on: 'GET /units' })).status).toBe(400);
    expect(await (await control('GET', 'requests')).json()).toEqual({ 'GET /units': 2 });
    const books = (await (await control('GET', 'books')).json()) as { customers: unknown[] };
    expect(books.customers).toHaveLength(25);
  });

  it('rejects when the port is taken', async () => {
    const server = await serve();
    await expect(startFakeVisma({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('serves requests side by side', async () => {
    const server = await serve();
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(server, '/countries')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});
