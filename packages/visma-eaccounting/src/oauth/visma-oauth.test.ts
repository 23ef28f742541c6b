import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { VismaError } from '../errors/visma-error.ts';
import { InvalidClientError } from './errors/invalid-client-error.ts';
import { OAuthError } from './errors/oauth-error.ts';
import { ReconnectRequiredError } from './errors/reconnect-required-error.ts';
import { TokenEndpointError } from './errors/token-endpoint-error.ts';
import { fault, startIdentityServer, type IdentityServer } from '../../test/oauth/identity-server.ts';
import { createVismaOAuth, type VismaOAuth, type VismaOAuthOptions } from './visma-oauth.ts';

let server: IdentityServer;

beforeEach(async () => {
  server = await startIdentityServer('/some/prefix');
});
afterEach(() => server.close());

const make = (options: Partial<VismaOAuthOptions> = {}): VismaOAuth =>
  createVismaOAuth({
    clientId: 'my_app-1',
    clientSecret: 'p+q/r=:%s !',
    redirectUri: 'https://app.test/callback',
    identityUrl: server.url,
    clock: { now: () => 5000 },
    ...options,
  });

it('trades a code for tokens, with HTTP Basic', async () => {
  expect(await make().exchangeCode('C', { codeVerifier: 'V' })).toEqual({
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    obtainedAt: 5000,
    expiresAt: 3_605_000,
    scope: 'ea:api offline_access',
  });
  const [request] = server.requests;
  expect(request?.path).toBe('/some/prefix/connect/token');
  expect(Object.fromEntries(request!.form)).toEqual({
    grant_type: 'authorization_code',
    code: 'C',
    redirect_uri: 'https://app.test/callback',
    code_verifier: 'V',
  });
  // What must be escaped is; what need not be is left alone, for servers that do not unescape.
  expect(atob(request!.authorization!.replace('Basic ', ''))).toBe('my_app-1:p%2Bq%2Fr%3D%3A%25s+%21');
});

it('sends id and secret in the form body on request', async () => {
  await make({ clientAuthentication: 'body' }).exchangeCode('C');
  expect(server.requests[0]?.authorization).toBeUndefined();
  expect(Object.fromEntries(server.requests[0]!.form)).toMatchObject({
    client_id: 'my_app-1',
    client_secret: 'p+q/r=:%s !',
  });
  expect(server.requests[0]?.form.has('code_verifier')).toBe(false);
});

it('trades a refresh token for the next one', async () => {
  const oauth = make();
  const first = await oauth.refresh('refresh-0');
  expect(await oauth.refresh(first.refreshToken!)).toMatchObject({
    accessToken: 'access-2',
    refreshToken: 'refresh-2',
  });
  expect(Object.fromEntries(server.requests[1]!.form)).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'refresh-1',
  });
});

it('revokes a token', async () => {
  await make().revoke('refresh-1');
  await make().revoke('access-1', { kind: 'access_token' });
  expect(server.requests.map(({ path, form }) => [path, Object.fromEntries(form)])).toEqual([
    ['/some/prefix/connect/revocation', { token: 'refresh-1', token_type_hint: 'refresh_token' }],
    ['/some/prefix/connect/revocation', { token: 'access-1', token_type_hint: 'access_token' }],
  ]);
});

it('turns invalid_grant into a reconnect, for code and refresh token', async () => {
  server.faults.push(fault.answer(400, '{"error":"invalid_grant"}'));
  await expect(make().exchangeCode('C')).rejects.toMatchObject({ code: 'reconnect-required', reason: 'code-refused' });
  const error: unknown = await make()
    .refresh('refresh-old')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReconnectRequiredError);
  expect(error).toBeInstanceOf(OAuthError);
  expect(error).toBeInstanceOf(VismaError);
  expect(error).toMatchObject({ code: 'reconnect-required', reason: 'refresh-token-refused', delivery: 'not-sent' });
});

it.each([
  [400, {}],
  [401, { 'www-authenticate': 'Basic realm="x"' }],
])('types a refused client (%i)', async (status, headers) => {
  server.faults.push(fault.answer(status, '{"error":"invalid_client"}', headers));
  const error: unknown = await make()
    .refresh('r')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidClientError);
  expect(error).toMatchObject({ code: 'invalid-client', status, delivery: 'answered' });
});

it('types every other refusal by its OAuth error', async () => {
  server.faults.push(fault.answer(400, '{"error":"invalid_scope","error_description":"something else"}'));
  const error: unknown = await make()
    .exchangeCode('C')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OAuthError);
  expect(error).toMatchObject({ code: 'oauth', oauthError: 'invalid_scope', status: 400, delivery: 'answered' });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'oauth', oauthError: 'invalid_scope' });
});

it('types a refused revocation', async () => {
  server.faults.push(fault.answer(400, '{"error":"invalid_client"}'), fault.answer(503, ''));
  await expect(make().revoke('t')).rejects.toMatchObject({ code: 'invalid-client' });
  await expect(make().revoke('t')).rejects.toMatchObject({ code: 'token-endpoint', delivery: 'unknown' });
});

const html = { 'content-type': 'text/html' };
const tokens = (change: object): string =>
  JSON.stringify({ access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 60, ...change });

it.each([
  ['an HTML page with 200', 'not-json', fault.answer(200, '<html></html>', html)],
  ['an empty 200', 'not-json', fault.answer(200, '')],
  ['a JSON array', 'not-json', fault.answer(200, '[]')],
  ['truncated JSON', 'not-json', fault.answer(200, '{"access_token":"a"')],
  ['10 MB', 'too-large', fault.answer(200, tokens({ x: 'x'.repeat(10_000_000) }))],
  ['10 MB with an error', 'too-large', fault.answer(500, 'x'.repeat(10_000_000))],
  ['no access token', 'bad-shape', fault.answer(200, tokens({ access_token: undefined }))],
  ['a numeric access token', 'bad-shape', fault.answer(200, tokens({ access_token: 1 }))],
  ['an empty access token', 'bad-shape', fault.answer(200, tokens({ access_token: '' }))],
  ['an access token with a line break', 'bad-shape', fault.answer(200, tokens({ access_token: 'a\r\nX: y' }))],
  ['a refresh token that is an object', 'bad-shape', fault.answer(200, tokens({ refresh_token: {} }))],
  ['another token type', 'bad-shape', fault.answer(200, tokens({ token_type: 'mac' }))],
  ['a token type that is a list', 'bad-shape', fault.answer(200, tokens({ token_type: ['Bearer'] }))],
  ['a lifetime that is no number', 'bad-shape', fault.answer(200, tokens({ expires_in: 'soon' }))],
  ['a negative lifetime', 'bad-shape', fault.answer(200, tokens({ expires_in: -1 }))],
  ['an endless lifetime', 'bad-shape', fault.answer(200, tokens({ expires_in: 1e300 }))],
  ['201', 'status', fault.answer(201, tokens({}))],
  ['a gateway page with 502', 'status', fault.answer(502, '<html></html>', html)],
  ['a gateway page with 403', 'status', fault.answer(403, '{"error":"invalid_grant"}')],
  ['429', 'status', fault.answer(429, '{"error":"invalid_grant"}')],
  ['500 that claims invalid_grant', 'status', fault.answer(500, '{"error":"invalid_grant"}')],
  ['400 without an error', 'status', fault.answer(400, '{"message":"no"}')],
  ['400 with an error that is an object', 'status', fault.answer(400, '{"error":{"code":1}}')],
])('types a hostile answer: %s', async (_name, reason, answer) => {
  server.faults.push(answer);
  const error: unknown = await make()
    .refresh('r')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TokenEndpointError);
  expect(error).toMatchObject({ code: 'token-endpoint', reason, delivery: 'unknown' });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ reason });
});

it.each([
  ['no lifetime', { expires_in: undefined }, { expiresAt: 3_605_000 }],
  ['a lifetime of null', { expires_in: null }, { expiresAt: 3_605_000 }],
  ['a lifetime as text', { expires_in: '60' }, { expiresAt: 65_000 }],
  ['no token type', { token_type: undefined }, { accessToken: 'a' }],
  ['no refresh token', { refresh_token: undefined }, { refreshToken: null }],
  ['a scope that is no text', { scope: 1 }, { scope: '' }],
  ['an unreadable id token', { id_token: 'x' }, { refreshToken: 'r' }],
])('does not lose usable tokens over %s', async (_name, change, expected) => {
  server.faults.push(fault.answer(200, tokens(change)));
  expect(await make().refresh('r')).toMatchObject(expected);
});

it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i) of the token endpoint', async (status) => {
  server.faults.push(fault.answer(status, '', { location: `${server.url}/connect/token` }));
  await expect(make().refresh('r')).rejects.toMatchObject({ code: 'token-endpoint', reason: 'redirect', status });
  expect(server.requests).toHaveLength(1);
});

it('refuses an answer that a custom fetch got by following a redirect', async () => {
  server.faults.push(fault.answer(307, '', { location: `${server.url}/connect/token` }));
  const follow = make({ fetch: (input, init) => fetch(input, { ...init, redirect: 'follow' }) });
  await expect(follow.exchangeCode('C')).rejects.toMatchObject({ reason: 'redirect' });
});

it.each([
  ['before the headers', fault.hang],
  ['in the middle of the body', fault.halfAnswer],
])('gives up after its timeout %s', async (_name, silence) => {
  server.faults.push(silence);
  const error: unknown = await make({ timeoutMs: 50 })
    .refresh('r')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ delivery: 'unknown' });
});

it('gives up after its timeout also with a fetch that ignores its signal', async () => {
  const deaf = make({ timeoutMs: 20, fetch: () => new Promise(() => undefined) });
  await expect(deaf.refresh('r')).rejects.toBeInstanceOf(TimeoutError);
});

it("ends at the caller's signal", async () => {
  const control = new AbortController();
  server.faults.push(() => {
    control.abort(new Error('secret reason'));
  });
  const error: unknown = await make()
    .refresh('r', { signal: control.signal })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AbortedError);
  expect(error).toMatchObject({ delivery: 'unknown' });
  await expect(make().revoke('t', { signal: control.signal })).rejects.toMatchObject({
    code: 'aborted',
    delivery: 'not-sent',
  });
  expect(server.requests).toHaveLength(1);
});

it('types a connection that breaks as unknown', async () => {
  server.faults.push(fault.resetBefore);
  const error: unknown = await make()
    .refresh('r')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({ code: 'network', delivery: 'unknown' });
});

it('types a refused connection as not sent', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const error: unknown = await make({ identityUrl: `http://127.0.0.1:${port}` })
    .refresh('r')
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'network', delivery: 'not-sent' });
  expect(String(error)).toContain('ECONNREFUSED');
});
