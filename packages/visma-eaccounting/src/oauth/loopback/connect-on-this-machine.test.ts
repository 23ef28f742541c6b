import { createServer, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AbortedError } from '../../errors/aborted-error.ts';
import { InvalidInputError } from '../../errors/invalid-input-error.ts';
import { startIdentityServer, type IdentityServer } from '../../../test/oauth/identity-server.ts';
import { localhostTls } from '../../../test/oauth/localhost-tls.ts';
import { AccessDeniedError } from '../errors/access-denied-error.ts';
import { InvalidStateError } from '../errors/invalid-state-error.ts';
import { ReconnectRequiredError } from '../errors/reconnect-required-error.ts';
import { createVismaOAuth, type VismaOAuth } from '../visma-oauth.ts';
import { connectOnThisMachine, type LoopbackOptions } from './connect-on-this-machine.ts';
import { LoopbackError } from './loopback-error.ts';

let identity: IdentityServer;
let port: number;

beforeEach(async () => {
  identity = await startIdentityServer();
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  port = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
});
afterEach(() => identity.close());

const oauthFor = (redirectUri: string): VismaOAuth =>
  createVismaOAuth({ clientId: 'cli', clientSecret: 'secret', redirectUri, identityUrl: identity.url });

interface Seen {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface Visit {
  readonly path: string;
  readonly host?: string;
  readonly method?: string;
  readonly tls?: boolean;
}

/** What a browser does, with a Host header of the test's choosing. */
function visit({ path, host = `127.0.0.1:${port}`, method = 'GET', tls = false }: Visit): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const send = tls ? httpsRequest : httpRequest;
    const options = { host: '127.0.0.1', port, path, method, headers: { host }, rejectUnauthorized: false };
    send(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Starts connecting and hands out the authorization URL that the person gets to see. */
async function begin(
  change: Partial<LoopbackOptions> = {},
): Promise<{ url: URL; state: string; connecting: Promise<unknown> }> {
  let show: (url: string) => void = () => undefined;
  const shown = new Promise<string>((resolve) => (show = resolve));
  const oauth = oauthFor(`http://127.0.0.1:${port}/callback`);
  const connecting = connectOnThisMachine({ oauth, openUrl: show, ...change }).catch((error: unknown) => error);
  const url = new URL(await shown);
  return { url, state: url.searchParams.get('state')!, connecting };
}

it('connects: shows the URL, takes the callback, trades the code, and tells the person', async () => {
  const { url, state, connecting } = await begin({
    request: { scopes: ['ea:api', 'offline_access'], prompt: 'login' },
  });
  expect(url.searchParams.get('scope')).toBe('ea:api offline_access');
  expect(url.searchParams.get('prompt')).toBe('login');
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');

  const seen = await visit({ path: `/callback?code=THECODE&state=${state}` });
  expect(seen).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
  expect(seen.body).toContain('Connected');
  expect(seen.body).not.toContain('THECODE');
  expect(await connecting).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
  expect(identity.requests[0]?.form.get('code')).toBe('THECODE');
  expect(identity.requests[0]?.form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
  await expect(visit({ path: '/callback' }), 'the server is gone').rejects.toThrow();
});

it('leaves PKCE out on request', async () => {
  const { url, state, connecting } = await begin({ pkce: false });
  expect(url.searchParams.has('code_challenge')).toBe(false);
  await visit({ path: `/callback?code=C&state=${state}` });
  await connecting;
  expect(identity.requests[0]?.form.has('code_verifier')).toBe(false);
});

it('answers other hosts, paths and methods, and goes on waiting', async () => {
  const { state, connecting } = await begin();
  const path = `/callback?code=C&state=${state}`;
  expect((await visit({ path, host: `evil.test:${port}` })).status).toBe(421);
  expect((await visit({ path, host: '127.0.0.1' })).status).toBe(421);
  expect((await visit({ path: '/favicon.ico' })).status).toBe(404);
  expect((await visit({ path, method: 'POST' })).status).toBe(405);
  expect(identity.requests).toEqual([]);
  expect((await visit({ path })).status).toBe(200);
  expect(await connecting).toMatchObject({ accessToken: 'access-1' });
});

it('takes one callback only', async () => {
  let release: () => void = () => undefined;
  identity.faults.push((_request, response, commit) => {
    release = () => response.writeHead(200, { 'content-type': 'application/json' }).end(commit());
  });
  const { state, connecting } = await begin();
  const first = visit({ path: `/callback?code=C&state=${state}` });
  await vi.waitFor(() => {
    expect(identity.requests).toHaveLength(1);
  });
  expect((await visit({ path: `/callback?code=D&state=${state}` })).status).toBe(409);
  release();
  expect((await first).status).toBe(200);
  await connecting;
  expect(identity.requests).toHaveLength(1);
});

it('connects also when the person closes the window, or the time runs out, during the exchange', async () => {
  let release: () => void = () => undefined;
  identity.faults.push((_request, response, commit) => {
    release = () => response.writeHead(200, { 'content-type': 'application/json' }).end(commit());
  });
  const { state, connecting } = await begin({ timeoutMs: 200 });
  const visitor = httpRequest({ host: '127.0.0.1', port, path: `/callback?code=C&state=${state}` });
  const closed = new Promise((resolve) => visitor.on('error', () => undefined).on('close', resolve));
  visitor.end();
  await vi.waitFor(() => {
    expect(identity.requests).toHaveLength(1);
  });
  visitor.destroy();
  await closed;
  // A round trip to the same server, after which it knows that the window is closed.
  expect((await visit({ path: '/favicon.ico' })).status).toBe(404);
  release();
  expect(await connecting).toMatchObject({ accessToken: 'access-1' });
});

it.each([
  ['?code=C&state=wrong', InvalidStateError],
  ['?error=access_denied&state=STATE', AccessDeniedError],
])('ends with a typed error and a page that says so: %s', async (query, type) => {
  const { state, connecting } = await begin();
  const seen = await visit({ path: `/callback${query.replace('STATE', state)}` });
  expect(seen.status).toBe(400);
  expect(seen.body).toContain('Not connected');
  expect(await connecting).toBeInstanceOf(type);
  expect(identity.requests).toEqual([]);
});

it('passes on a code that Visma refuses', async () => {
  identity.faults.push((_request, response) => response.writeHead(400).end('{"error":"invalid_grant"}'));
  const { state, connecting } = await begin();
  expect((await visit({ path: `/callback?code=C&state=${state}` })).status).toBe(400);
  expect(await connecting).toBeInstanceOf(ReconnectRequiredError);
});

it('gives up after its timeout, and frees the port', async () => {
  const { connecting } = await begin({ timeoutMs: 20 });
  expect(await connecting).toMatchObject({ code: 'loopback', reason: 'timeout' });
  await expect(visit({ path: '/callback' })).rejects.toThrow();
});

it('ends at the signal, before and while it waits', async () => {
  const control = new AbortController();
  const { connecting } = await begin({ signal: control.signal });
  control.abort();
  expect(await connecting).toBeInstanceOf(AbortedError);
  const openUrl = vi.fn();
  const oauth = oauthFor(`http://127.0.0.1:${port}/callback`);
  await expect(connectOnThisMachine({ oauth, openUrl, signal: control.signal })).rejects.toBeInstanceOf(AbortedError);
  expect(openUrl).not.toHaveBeenCalled();
});

it('says when the port is taken', async () => {
  const { connecting, state } = await begin();
  const oauth = oauthFor(`http://127.0.0.1:${port}/callback`);
  const error: unknown = await connectOnThisMachine({ oauth, openUrl: () => undefined }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(LoopbackError);
  expect(error).toMatchObject({ code: 'loopback', reason: 'port-in-use' });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ reason: 'port-in-use' });
  await visit({ path: `/callback?code=C&state=${state}` });
  await connecting;
});

it('passes on what showing the URL throws', async () => {
  const oauth = oauthFor(`http://127.0.0.1:${port}/callback`);
  const broken = new Error('no browser');
  await expect(connectOnThisMachine({ oauth, openUrl: () => Promise.reject(broken) })).rejects.toBe(broken);
});

it('serves an https redirect URI with a key and a certificate', async () => {
  const oauth = oauthFor(`https://127.0.0.1:${port}/callback`);
  const { state, connecting } = await begin({ oauth, tls: localhostTls });
  expect((await visit({ path: `/callback?code=C&state=${state}`, tls: true })).status).toBe(200);
  expect(await connecting).toMatchObject({ accessToken: 'access-1' });
});

it.each([
  ['https://localhost:44300/callback', undefined],
  ['http://localhost:5000/callback', localhostTls],
  ['https://app.test/callback', localhostTls],
  ['http://10.0.0.1/callback', undefined],
  ['http://127.0.0.1.evil.test/callback', undefined],
])('refuses the redirect URI %s', async (redirectUri, tls) => {
  const options = { oauth: oauthFor(redirectUri), openUrl: vi.fn(), ...(tls ? { tls } : {}) };
  await expect(connectOnThisMachine(options)).rejects.toBeInstanceOf(InvalidInputError);
});
