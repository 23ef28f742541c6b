import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryTokenStore } from '../../src/oauth/memory-token-store.ts';
import { createStateSigner } from '../../src/oauth/state-signer.ts';
import { createTokenProvider } from '../../src/oauth/token-provider.ts';
import { createVismaOAuth } from '../../src/oauth/visma-oauth.ts';
import { storedTokens } from './tokens.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 60);

/** So many secrets, all different. */
const distinct = (count: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_~.-]{20,30}$/), { minLength: count, maxLength: count });

const secrets = distinct(7).map(([clientSecret, code, verifier, access, refresh, nextAccess, nextRefresh]) => ({
  clientSecret: clientSecret!,
  code: code!,
  verifier: verifier!,
  access: access!,
  refresh: refresh!,
  nextAccess: nextAccess!,
  nextRefresh: nextRefresh!,
}));

/** Everything that a logger, a console or an error tracker could make of a value. */
function everythingOf(value: unknown): string {
  const error = value instanceof Error ? [value.message, value.stack, String(value)] : [];
  return [...error, JSON.stringify(value), inspect(value, { depth: Infinity, showHidden: true, getters: true })].join(
    '\n',
  );
}

/** What an identity server, a gateway or a fetch does wrong, repeating all that it was sent. */
const behaviours = {
  'an OAuth error that quotes the request': (heard: string) =>
    answer(400, { error: heard, error_description: heard, error_uri: heard }),
  'invalid_grant with a description': (heard: string) =>
    answer(400, { error: 'invalid_grant', error_description: heard }),
  'invalid_client with a challenge': (heard: string) =>
    new Response(JSON.stringify({ error: 'invalid_client', error_description: heard }), {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="x"' },
    }),
  'an HTML page': (heard: string) => new Response(`<pre>${heard}</pre>`, { status: 502 }),
  'a redirect that carries it': (heard: string) =>
    new Response(null, { status: 302, headers: { location: `https://x.test/?${encodeURIComponent(heard)}` } }),
  'a wrong shape': (heard: string) => answer(200, { access_token: [heard], token_type: heard }),
  'truncated JSON': (heard: string) => new Response(`{"access_token":"${heard}`, { status: 200 }),
  'a fetch that throws it': (heard: string): Response => {
    throw new TypeError(heard, { cause: Object.assign(new Error(heard), { code: heard, headers: heard }) });
  },
  'a fetch that throws it as text': (heard: string): Response => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- some libraries do
    throw heard;
  },
  'a body that breaks': (heard: string) =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{'));
          controller.error(new Error(heard));
        },
      }),
    ),
};

function answer(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status });
}

it.each(Object.entries(behaviours))(
  'shows no secret, token or code: %s',
  { timeout: 120_000 },
  async (_name, behave) => {
    await fc.assert(
      fc.asyncProperty(
        secrets,
        fc.constantFrom<'basic' | 'body'>('basic', 'body'),
        async (all, clientAuthentication) => {
          const oauth = createVismaOAuth({
            clientId: 'app',
            clientSecret: all.clientSecret,
            redirectUri: 'https://app.test/cb',
            clientAuthentication,
            fetch: (input, init) => {
              const headers = new Headers(init?.headers);
              const basic = headers.get('authorization')?.slice(6) ?? '';
              const heard = `${JSON.stringify(input)} ${basic && atob(basic)} ${basic} ${String(init?.body as URLSearchParams)} ${all.nextAccess} ${all.nextRefresh}`;
              return Promise.resolve(heard).then(behave);
            },
          });
          const store = memoryTokenStore(storedTokens(0, { accessToken: all.access, refreshToken: all.refresh }));
          const provider = createTokenProvider({ oauth, store, retryDelayMs: 0 });
          const thrown = await Promise.allSettled([
            oauth.exchangeCode(all.code, { codeVerifier: all.verifier }),
            oauth.refresh(all.refresh),
            oauth.revoke(all.refresh),
            provider.getAccessToken({ rejected: all.access }),
          ]);
          expect(
            thrown
              .slice(0, 2)
              .concat(thrown.slice(3))
              .map(({ status }) => status),
          ).toEqual(['rejected', 'rejected', 'rejected']);
          const shown = [oauth, provider, ...thrown].map(everythingOf).join('\n');
          const hidden = [...Object.values(all), btoa(`app:${all.clientSecret}`)];
          expect(hidden.filter((each) => shown.includes(each))).toEqual([]);
        },
      ),
      { numRuns },
    );
  },
);

it('shows nothing of a callback in its errors', { timeout: 120_000 }, async () => {
  const oauth = createVismaOAuth({ clientId: 'app', clientSecret: 'secret', redirectUri: 'https://app.test/cb' });
  await fc.assert(
    fc.asyncProperty(
      distinct(3),
      fc.constantFrom('', '&error=access_denied', '&error=server_error', '&code=again'),
      async ([code = '', state = '', other = ''], more) => {
        const callbacks = [
          `/cb?code=${code}&state=${other}${more}`,
          `/cb?code=${code}&state=${state}&error=${code}`,
          `/cb?x=${code}`,
        ];
        for (const callback of callbacks) {
          const error = await Promise.resolve()
            .then(() => oauth.validateCallback(callback, { state }))
            .catch((thrown: unknown) => thrown);
          expect(error).toBeInstanceOf(Error);
          const shown = everythingOf(error);
          expect([code, state, other].filter((each) => shown.includes(each))).toEqual([]);
        }
      },
    ),
    { numRuns },
  );
});

it("shows neither the store's own error nor the tokens that it could not save", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(secrets, fc.boolean(), async (all, announced) => {
      const store = memoryTokenStore(storedTokens(0, { accessToken: all.access, refreshToken: all.refresh }));
      const provider = createTokenProvider({
        oauth: {
          timeoutMs: 1000,
          refresh: () =>
            Promise.resolve({
              accessToken: all.nextAccess,
              refreshToken: all.nextRefresh,
              obtainedAt: 0,
              expiresAt: 1e15,
              scope: '',
            }),
        },
        store: {
          ...store,
          compareAndSet: (previous, next) =>
            announced && next.accessToken === all.access
              ? store.compareAndSet(previous, next)
              : Promise.reject(new Error(`UPDATE ... ${JSON.stringify(next)}`)),
        },
        retryDelayMs: 0,
      });
      const error: unknown = await provider.getAccessToken().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'token-store', reason: announced ? 'not-saved' : 'write-failed' });
      const shown = everythingOf(error) + everythingOf(provider);
      expect(Object.values(all).filter((each) => shown.includes(each))).toEqual([]);
    }),
    { numRuns },
  );
});

it('shows neither key nor verifier of a state signer', async () => {
  const key = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
  const signer = createStateSigner({ key });
  const { state, codeVerifier } = await signer.issue('t');
  const error: unknown = await signer.verify(`${state}x`).catch((thrown: unknown) => thrown);
  const shown = everythingOf(signer) + everythingOf(error);
  expect(shown).not.toContain('0123456789abcdef');
  expect(shown).not.toContain(codeVerifier);
  expect(shown).not.toContain(state);
});
