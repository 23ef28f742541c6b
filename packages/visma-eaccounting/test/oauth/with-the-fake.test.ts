import { afterEach, beforeEach, expect, it } from 'vitest';
import { createVismaClient, type VismaClient } from '../../src/index.ts';
import {
  AccessDeniedError,
  createStateSigner,
  createTokenProvider,
  createVismaOAuth,
  memoryTokenStore,
  ReconnectRequiredError,
  saveTokens,
  type TokenStore,
  type VismaOAuth,
} from '../../src/oauth/index.ts';
import { startFakeVisma, type FakeVismaServer } from '../../src/testing/index.ts';

let server: FakeVismaServer;
let oauth: VismaOAuth;
let store: TokenStore;
let client: VismaClient;
const states = createStateSigner({ key: new Uint8Array(32).fill(1) });

beforeEach(async () => {
  server = await startFakeVisma();
  const { clientId, clientSecret, identityUrl, apiUrl } = server;
  oauth = createVismaOAuth({ clientId, clientSecret, identityUrl, redirectUri: 'https://app.test/callback' });
  store = memoryTokenStore();
  client = createVismaClient({ auth: createTokenProvider({ oauth, store }), baseUrl: apiUrl });
});
afterEach(() => server.close());

/** What a web application and the person's browser do. */
async function connect(): Promise<void> {
  const url = await oauth.authorizationUrl(await states.issue('tenant'));
  const answer = await fetch(url, { redirect: 'manual' });
  const callback = new URL(answer.headers.get('location')!);
  const { state, codeVerifier } = await states.verify(callback.searchParams.get('state'), { tenant: 'tenant' });
  await saveTokens(store, await oauth.exchangeCode(oauth.validateCallback(callback, { state }), { codeVerifier }));
}

const tokenRequests = (): number =>
  server.fake.requests.all().filter(({ path }) => path.endsWith('/connect/token')).length;

it('connects, refreshes once when the API refuses the token of many calls, and asks for a reconnect after a changed password', async () => {
  await connect();
  const { Name } = await client.companySettings.get();
  expect(Name).toBeTypeOf('string');
  expect(tokenRequests()).toBe(1);

  server.fake.person.expireAccessTokens();
  const names = await Promise.all(Array.from({ length: 10 }, async () => (await client.companySettings.get()).Name));
  expect(new Set(names)).toEqual(new Set([Name]));
  expect(tokenRequests()).toBe(2);

  server.fake.person.changePassword('another');
  const error: unknown = await client.companySettings.get().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReconnectRequiredError);
  expect(error).toMatchObject({ reason: 'refresh-token-refused', delivery: 'not-sent' });

  await connect();
  expect((await client.companySettings.get()).Name).toBe(Name);
});

it('types a person who says no', async () => {
  server.fake.person.denyNextConsent();
  await expect(connect()).rejects.toBeInstanceOf(AccessDeniedError);
});

it('ends a connection by revoking its refresh token', async () => {
  await connect();
  await client.companySettings.get();
  await oauth.revoke((await store.load())!.refreshToken!);
  await expect(client.companySettings.get()).rejects.toBeInstanceOf(ReconnectRequiredError);
});
