import { describe, expect, it } from 'vitest';
import { type FakeVisma, type FakeVismaOptions, createFakeVisma, exampleCompany, manualClock } from '../../src/testing/index.ts';

const redirectUri = 'http://127.0.0.1:9999/callback';
const asked = {
  client_id: 'fake-client',
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'ea:api offline_access ea:sales',
  state: 's1',
};

function start(options: FakeVismaOptions = {}) {
  const clock = manualClock();
  return { clock, fake: createFakeVisma({ clock, ...options }) };
}

async function authorize(fake: FakeVisma, more: Readonly<Record<string, string>> = {}): Promise<{ status: number; target: URL | undefined; text: string }> {
  const query = new URLSearchParams({ ...asked, ...more }).toString();
  const answer = await fake.fetch(`${fake.identityUrl}/connect/authorize?${query}`, { redirect: 'manual' });
  const location = answer.headers.get('location');
  return { status: answer.status, target: location === null ? undefined : new URL(location), text: await answer.text() };
}

async function endpoint(fake: FakeVisma, path: string, form: Record<string, string>, headers: Record<string, string> = { authorization: `Basic ${btoa('fake-client:fake-secret')}` }) {
  const answer = await fake.fetch(`${fake.identityUrl}/connect/${path}`, { method: 'POST', headers, body: new URLSearchParams(form) });
  const text = await answer.text();
  return { status: answer.status, json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

async function connect(fake: FakeVisma, more: Record<string, string> = {}) {
  const { target } = await authorize(fake, more);
  const code = target?.searchParams.get('code') ?? '';
  const { json } = await endpoint(fake, 'token', { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  return { code, accessToken: String(json['access_token']), refreshToken: String(json['refresh_token']), json };
}

const refresh = (fake: FakeVisma, token: string) => endpoint(fake, 'token', { grant_type: 'refresh_token', refresh_token: token });
const call = async (fake: FakeVisma, token: string): Promise<number> =>
  (await fake.fetch(`${fake.apiUrl}/companysettings`, { headers: { authorization: `Bearer ${token}` } })).status;

describe('authorize', () => {
  it('redirects at once with a code and the state', async () => {
    const { status, target } = await authorize(start().fake);
    expect(status).toBe(302);
    expect(target?.href.split('?')[0]).toBe(redirectUri);
    expect(target?.searchParams.get('state')).toBe('s1');
    expect(target?.searchParams.get('code')).toMatch(/^[0-9A-F]{64}$/);
  });

  it('shows a page instead of redirecting for an unknown application or redirect URI', async () => {
    const { fake } = start({ clients: [{ clientId: 'fake-client', clientSecret: 'fake-secret', redirectUris: [redirectUri] }] });
    expect(await authorize(fake, { client_id: 'other' })).toMatchObject({ status: 400, target: undefined });
    expect(await authorize(fake, { redirect_uri: `${redirectUri}/x` })).toMatchObject({ status: 400, target: undefined });
  });

  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: 'ea:sales' }],
    ['invalid_scope', { scope: 'ea:api ea:nonsense' }],
    ['invalid_request', { code_challenge: 'x', code_challenge_method: 'S512' }],
  ])('answers %s on the redirect', async (error, more) => {
    const { target } = await authorize(start().fake, more);
    expect(target?.searchParams.get('error')).toBe(error);
    expect(target?.searchParams.get('code')).toBeNull();
  });

  it('answers access_denied when the person says no, once', async () => {
    const { fake } = start();
    fake.person.denyNextConsent();
    expect((await authorize(fake)).target?.searchParams.get('error')).toBe('access_denied');
    expect((await authorize(fake)).target?.searchParams.get('error')).toBeNull();
  });

  it('with consent "page" shows a form that checks the password and lets the person choose a company', async () => {
    const second = exampleCompany({ identifier: 'tweede', name: 'Tweede B.V.' });
    const { fake } = start({ consent: 'page', companies: [exampleCompany(), second] });
    const page = await authorize(fake);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<option value="tweede">Tweede B.V.</option>');
    const submit = async (answers: Record<string, string>) => {
      const body = new URLSearchParams({ ...asked, email: 'annelies@kadewijk.example', password: 'geheim', ...answers });
      return fake.fetch(`${fake.identityUrl}/connect/authorize`, { method: 'POST', body });
    };
    expect((await submit({ password: 'fout', decision: 'allow' })).status).toBe(401);
    expect((await submit({ decision: 'deny' })).headers.get('location')).toContain('error=access_denied');
    const allowed = await submit({ decision: 'allow', company: 'tweede' });
    const code = new URL(allowed.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const { json } = await endpoint(fake, 'token', { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    const settings = await fake.fetch(`${fake.apiUrl}/companysettings`, { headers: { authorization: `Bearer ${String(json['access_token'])}` } });
    expect(await settings.json()).toMatchObject({ Name: 'Tweede B.V.', CompanyIdentifier: 'tweede' });
  });
});

describe('token', () => {
  it('exchanges a code once, with Basic authentication or the form, for an hour', async () => {
    const { fake } = start();
    const { code, json } = await connect(fake);
    expect(json).toMatchObject({ expires_in: 3600, token_type: 'Bearer', scope: 'ea:api offline_access ea:sales' });
    const again = await endpoint(fake, 'token', { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    expect(again).toEqual({ status: 400, json: { error: 'invalid_grant' } });
    const { target } = await authorize(fake);
    const form = { grant_type: 'authorization_code', code: target?.searchParams.get('code') ?? '', redirect_uri: redirectUri };
    const inForm = await endpoint(fake, 'token', { ...form, client_id: 'fake-client', client_secret: 'fake-secret' }, {});
    expect(inForm.status).toBe(200);
  });

  it('refuses a wrong secret, a wrong redirect URI, another grant and a body that is no form', async () => {
    const { fake } = start();
    const form = { grant_type: 'authorization_code', code: 'x', redirect_uri: redirectUri };
    expect((await endpoint(fake, 'token', form, { authorization: `Basic ${btoa('fake-client:no')}` })).json).toEqual({ error: 'invalid_client' });
    const { target } = await authorize(fake);
    const code = target?.searchParams.get('code') ?? '';
    expect((await endpoint(fake, 'token', { ...form, code, redirect_uri: 'http://127.0.0.1:1/' })).json).toEqual({ error: 'invalid_grant' });
    expect((await endpoint(fake, 'token', { grant_type: 'password' })).json).toEqual({ error: 'unsupported_grant_type' });
    const json = await fake.fetch(`${fake.identityUrl}/connect/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(await json.json()).toEqual({ error: 'invalid_request' });
  });

  it('asks for the PKCE verifier when a challenge was sent', async () => {
    const { fake } = start();
    const verifier = 'a'.repeat(64);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
    const challenge = btoa(String.fromCharCode(...digest)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const exchange = async (more: Record<string, string>) => {
      const { target } = await authorize(fake, { code_challenge: challenge, code_challenge_method: 'S256' });
      const code = target?.searchParams.get('code') ?? '';
      return (await endpoint(fake, 'token', { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...more })).status;
    };
    expect(await exchange({})).toBe(400);
    expect(await exchange({ code_verifier: 'b'.repeat(64) })).toBe(400);
    expect(await exchange({ code_verifier: verifier })).toBe(200);
  });

  it('gives no refresh token without offline_access', async () => {
    const { json } = await connect(start().fake, { scope: 'ea:api ea:sales' });
    expect(json['refresh_token']).toBeUndefined();
  });

  it('rotates: each refresh gives a new refresh token and the old one stops working', async () => {
    const { fake } = start();
    const { refreshToken } = await connect(fake);
    const first = await refresh(fake, refreshToken);
    expect(first.status).toBe(200);
    expect(first.json['refresh_token']).not.toBe(refreshToken);
    expect(await refresh(fake, refreshToken)).toEqual({ status: 400, json: { error: 'invalid_grant' } });
    expect((await refresh(fake, String(first.json['refresh_token']))).status).toBe(200);
  });

  it('access tokens end after an hour with a 401 that carries 4005', async () => {
    const { fake, clock } = start();
    const { accessToken } = await connect(fake);
    clock.advance(3_599_000);
    expect(await call(fake, accessToken)).toBe(200);
    clock.advance(1000);
    const answer = await fake.fetch(`${fake.apiUrl}/companysettings`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      ErrorCode: 4005,
      DeveloperErrorMessage: 'AuthorizationException - Authorization has been denied for this request.',
    });
  });

  it('a changed password, a withdrawn consent and a revocation kill the tokens', async () => {
    const { fake } = start();
    const kills: ((tokens: { refreshToken: string }) => Promise<void> | void)[] = [
      () => {
        fake.person.changePassword('nieuw');
      },
      () => {
        fake.person.revokeConsent('fake-client');
      },
      async ({ refreshToken }) => {
        expect((await endpoint(fake, 'revocation', { token: refreshToken, token_type_hint: 'refresh_token' })).status).toBe(200);
      },
    ];
    for (const kill of kills) {
      const tokens = await connect(fake);
      expect(await call(fake, tokens.accessToken)).toBe(200);
      await kill(tokens);
      expect(await call(fake, tokens.accessToken)).toBe(401);
      expect((await refresh(fake, tokens.refreshToken)).json).toEqual({ error: 'invalid_grant' });
    }
  });

  it('revoking a token that nobody knows is no error', async () => {
    expect((await endpoint(start().fake, 'revocation', { token: 'unknown' })).status).toBe(200);
  });
});

describe('companies and scopes', () => {
  it('a token sees its own company alone', async () => {
    const { fake } = start({ companies: [exampleCompany(), exampleCompany({ identifier: 'tweede' })] });
    const first = fake.authorize();
    const second = fake.authorize({ company: 'tweede' });
    const customers = async (token: string) => {
      const answer = await fake.fetch(`${fake.apiUrl}/customers?$pagesize=1`, { headers: { authorization: `Bearer ${token}` } });
      return ((await answer.json()) as { Data: { Id: string }[] }).Data[0]?.Id;
    };
    const foreign = await customers(second.accessToken);
    expect(foreign).not.toBe(await customers(first.accessToken));
    const answer = await fake.fetch(`${fake.apiUrl}/customers/${foreign ?? ''}`, { headers: { authorization: `Bearer ${first.accessToken}` } });
    expect(answer.status).toBe(404);
    expect(fake.books.of('tweede').customers[0]?.Id).toBe(foreign);
  });

  it('a missing scope is 403 with 4006, a readonly scope reads', async () => {
    const { fake } = start();
    const { accessToken } = fake.authorize({ scopes: ['ea:api', 'ea:sales_readonly'] });
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    expect((await fake.fetch(`${fake.apiUrl}/customers`, { headers })).status).toBe(200);
    const write = await fake.fetch(`${fake.apiUrl}/customers`, { method: 'POST', headers, body: '{}' });
    expect(write.status).toBe(403);
    expect(await write.json()).toMatchObject({ ErrorCode: 4006 });
    expect((await fake.fetch(`${fake.apiUrl}/vatcodes`, { headers })).status).toBe(403);
  });

  it('a company whose API extension is off is 403 with the words of the service', async () => {
    const { fake } = start();
    const { accessToken } = fake.authorize();
    fake.person.setApiModule(false);
    const answer = await fake.fetch(`${fake.apiUrl}/customers`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      ErrorCode: 4002,
      DeveloperErrorMessage: 'ForbiddenRequestException - No access to module: api_standard',
    });
  });

  it('a company without its start-up guide, an inactive one and writes to a read-only one are 403', async () => {
    const { fake } = start();
    const { accessToken } = fake.authorize();
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const code = async (method: string): Promise<number | undefined> => {
      const answer = await fake.fetch(`${fake.apiUrl}/customers`, { method, headers, ...(method === 'POST' ? { body: '{}' } : {}) });
      return answer.status === 403 ? ((await answer.json()) as { ErrorCode: number }).ErrorCode : undefined;
    };
    fake.person.setStartupGuide(false);
    expect(await code('GET')).toBe(4003);
    fake.person.setStartupGuide(true);
    fake.person.changeSettings({ CompanyStatus: 2 });
    expect([await code('GET'), await code('POST')]).toEqual([undefined, 4004]);
    fake.person.changeSettings({ CompanyStatus: 0 });
    expect(await code('GET')).toBe(4004);
  });

  it('whoever is signed in decides which company an authorisation is for', async () => {
    const { fake } = start({ companies: [exampleCompany(), exampleCompany({ identifier: 'tweede', name: 'Tweede B.V.' })] });
    fake.person.signIn({ company: 'tweede' });
    const { accessToken } = await connect(fake);
    const settings = await fake.fetch(`${fake.apiUrl}/companysettings`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(await settings.json()).toMatchObject({ Name: 'Tweede B.V.' });
  });
});
