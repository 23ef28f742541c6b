import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { VISMA_IDENTITY_URL, VISMA_SANDBOX_IDENTITY_URL } from './identity-urls.ts';
import { createVismaOAuth, type VismaOAuthOptions } from './visma-oauth.ts';

const app = { clientId: 'my app', clientSecret: 'secret', redirectUri: 'https://app.test/callback?x=1' };
const urlOf = async (
  params: Partial<Parameters<ReturnType<typeof createVismaOAuth>['authorizationUrl']>[0]> = {},
  options: Partial<VismaOAuthOptions> = {},
): Promise<URL> => new URL(await createVismaOAuth({ ...app, ...options }).authorizationUrl({ state: 'S', ...params }));

it('asks for the least scopes, an account choice and eAccounting companies only', async () => {
  const url = await urlOf();
  expect(url.origin + url.pathname).toBe('https://identity.vismaonline.com/connect/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'my app',
    redirect_uri: 'https://app.test/callback?x=1',
    response_type: 'code',
    scope: 'ea:api offline_access ea:sales ea:accounting',
    state: 'S',
    prompt: 'select_account',
    acr_values: 'service:44643EB1-3F76-4C1C-A672-402AE8085934',
  });
});

it('takes other scopes and another prompt', async () => {
  const query = (await urlOf({ scopes: ['ea:api', 'ea:sales_readonly'], prompt: 'login' })).searchParams;
  expect(query.get('scope')).toBe('ea:api ea:sales_readonly');
  expect(query.get('prompt')).toBe('login');
});

it('leaves prompt and company picker out on request', async () => {
  const query = (await urlOf({ prompt: null, selectCompany: false })).searchParams;
  expect(query.has('prompt')).toBe(false);
  expect(query.has('acr_values')).toBe(false);
});

it('forces the company picker on request', async () => {
  const query = (await urlOf({ selectCompany: 'force' })).searchParams;
  expect(query.get('acr_values')).toBe('service:44643EB1-3F76-4C1C-A672-402AE8085934 forceselectcompany:true');
});

it('sends a PKCE challenge (S256) for a verifier, and never the verifier', async () => {
  const codeVerifier = 'v'.repeat(43);
  const url = await urlOf({ codeVerifier });
  expect(url.searchParams.get('code_challenge')).toBe(createHash('sha256').update(codeVerifier).digest('base64url'));
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  expect(url.href).not.toContain(codeVerifier);
});

it('refuses an empty state', async () => {
  await expect(urlOf({ state: '' })).rejects.toBeInstanceOf(InvalidInputError);
});

it.each([
  [VISMA_IDENTITY_URL, 'https://identity.vismaonline.com/connect/authorize'],
  [VISMA_SANDBOX_IDENTITY_URL, 'https://identity-sandbox.test.vismaonline.com/connect/authorize'],
  ['https://proxy.test/visma/identity', 'https://proxy.test/visma/identity/connect/authorize'],
  ['https://proxy.test/visma/identity//', 'https://proxy.test/visma/identity/connect/authorize'],
  ['http://127.0.0.1:4020', 'http://127.0.0.1:4020/connect/authorize'],
  ['http://localhost:4020/a/', 'http://localhost:4020/a/connect/authorize'],
  ['http://[::1]:4020', 'http://[::1]:4020/connect/authorize'],
])('works below the identity URL %s', async (identityUrl, expected) => {
  const url = await urlOf({}, { identityUrl });
  expect(url.origin + url.pathname).toBe(expected);
});

it.each([
  'http://identity.test',
  'http://127.0.0.1.evil.test',
  'http://localhost.evil.test',
  'ftp://x.test',
  'identity.test',
  '',
  'https://u:p@x.test',
  'https://x.test/?a=1',
  'https://x.test/#a',
])('refuses the identity URL %j', (identityUrl) => {
  expect(() => createVismaOAuth({ ...app, identityUrl })).toThrow(InvalidInputError);
});

it('names all missing settings at once', () => {
  expect(() => createVismaOAuth({ clientId: '', clientSecret: '', redirectUri: '/callback' })).toThrow(
    expect.objectContaining({
      fields: [
        { path: 'clientId', message: 'must not be empty' },
        { path: 'clientSecret', message: 'must not be empty' },
        { path: 'redirectUri', message: 'must be an absolute URL' },
      ],
    }),
  );
});
