import { beforeEach, expect, it, vi } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { InvalidClientError } from './errors/invalid-client-error.ts';
import { ReconnectRequiredError } from './errors/reconnect-required-error.ts';
import { TokenStoreError } from './errors/token-store-error.ts';
import { TokenUnavailableError } from './errors/token-unavailable-error.ts';
import { memoryTokenStore } from './memory-token-store.ts';
import { saveTokens } from './save-tokens.ts';
import type { StoredTokens } from './stored-tokens.ts';
import { createTokenProvider, type TokenProviderOptions } from './token-provider.ts';
import type { TokenSet } from './token-set.ts';
import type { TokenStore } from './token-store.ts';
import { storedTokens } from '../../test/oauth/tokens.ts';

const HOUR = 3_600_000;
const lost = new NetworkError('reset', { delivery: 'unknown' });
const refused = new ReconnectRequiredError('refresh-token-refused');
const wrongSecret = new InvalidClientError(400);

let now: number;
let generation: number;
const clock = { now: () => now, sleep: () => Promise.resolve() };

/** A token endpoint that rotates; single calls are replaced with `mockImplementationOnce`. */
const refresh = vi.fn<(refreshToken: string) => Promise<TokenSet>>();

function grant(): TokenSet {
  generation += 1;
  return {
    accessToken: `access-${generation}`,
    refreshToken: `refresh-${generation}`,
    obtainedAt: now,
    expiresAt: now + HOUR,
    scope: 'ea:api',
  };
}

beforeEach(() => {
  now = 10 * HOUR;
  generation = 0;
  refresh
    .mockReset()
    .mockImplementation((token) =>
      token === `refresh-${generation}` ? Promise.resolve(grant()) : Promise.reject(refused),
    );
});

const provide = (store: TokenStore, options: Partial<TokenProviderOptions> = {}) =>
  createTokenProvider({ oauth: { refresh, timeoutMs: 1000 }, store, clock, ...options });
const ended = (change: Partial<StoredTokens> = {}): TokenStore => memoryTokenStore(storedTokens(now - 1, change));
const failure = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

it('serves a token that is good for a while without asking anybody', async () => {
  const store = memoryTokenStore(storedTokens(now + HOUR));
  const load = vi.spyOn(store, 'load');
  const provider = provide(store);
  expect(await provider.getAccessToken()).toBe('access-0');
  expect(await provider.getAccessToken()).toBe('access-0');
  expect(load).toHaveBeenCalledTimes(1);
  expect(refresh).not.toHaveBeenCalled();
});

it('notices within half a minute that a person disconnected or connected again elsewhere', async () => {
  let stored: StoredTokens | null = storedTokens(now + HOUR);
  const provider = provide({ ...memoryTokenStore(), load: () => Promise.resolve(stored) });
  await provider.getAccessToken();
  stored = storedTokens(now + HOUR, { accessToken: 'of another company', version: 'v1' });
  now += 29_999;
  expect(await provider.getAccessToken()).toBe('access-0');
  now += 1;
  expect(await provider.getAccessToken()).toBe('of another company');
  stored = null;
  now += 30_000;
  expect(await failure(provider.getAccessToken())).toMatchObject({ reason: 'not-connected' });
  expect(refresh).not.toHaveBeenCalled();
});

it('refreshes once for any number of parallel calls, which take the lock once', async () => {
  const store = ended();
  const withLock = vi.spyOn(store, 'withLock');
  const provider = provide(store);
  const tokens = await Promise.all(Array.from({ length: 100 }, () => provider.getAccessToken()));
  expect(new Set(tokens)).toEqual(new Set(['access-1']));
  expect(withLock).toHaveBeenCalledTimes(1);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('refreshes once for two providers that share a store', async () => {
  const store = ended();
  const [one, two] = [provide(store), provide(store)];
  expect(await Promise.all([one.getAccessToken(), two.getAccessToken()])).toEqual(['access-1', 'access-1']);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('has the new tokens in the store before anybody uses them', async () => {
  const store = ended();
  const order: string[] = [];
  const watched: TokenStore = {
    ...store,
    compareAndSet: async (previous, next) => {
      const wrote = await store.compareAndSet(previous, next);
      order.push(`stored ${next.accessToken}`);
      return wrote;
    },
  };
  order.push(`used ${await provide(watched).getAccessToken()}`);
  expect(order).toEqual(['stored access-0', 'stored access-1', 'used access-1']);
});

it('refreshes ahead of the end, by the margin', async () => {
  const provider = provide(memoryTokenStore(storedTokens(now + 60_000)), { refreshMarginMs: 60_000 });
  expect(await provider.getAccessToken()).toBe('access-1');
});

it('counts a margin as a tenth of the lifetime at most', async () => {
  const short = storedTokens(now + 50, { obtainedAt: now - 50 });
  expect(await provide(memoryTokenStore(short)).getAccessToken()).toBe('access-0');
});

it('uses the token that is still valid when an early refresh fails for a passing reason, and pauses', async () => {
  refresh.mockRejectedValue(lost);
  const provider = provide(memoryTokenStore(storedTokens(now + 60_000)));
  expect(await provider.getAccessToken()).toBe('access-0');
  expect(await provider.getAccessToken()).toBe('access-0');
  expect(refresh).toHaveBeenCalledTimes(2);
  now += 30_000;
  expect(await provider.getAccessToken()).toBe('access-0');
  expect(refresh).toHaveBeenCalledTimes(4);
});

it('refreshes a token that the API refused, once for all who report it', async () => {
  const provider = provide(memoryTokenStore(storedTokens(now + HOUR)));
  const rejected = await provider.getAccessToken();
  const tokens = await Promise.all([1, 2, 3].map(() => provider.getAccessToken({ rejected })));
  expect(tokens).toEqual(['access-1', 'access-1', 'access-1']);
  expect(await provider.getAccessToken({ rejected }), 'a late report').toBe('access-1');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('takes the token that another process got meanwhile instead of refreshing', async () => {
  const store = memoryTokenStore(storedTokens(now + HOUR));
  const provider = provide(store);
  await provider.getAccessToken();
  await saveTokens(store, grant());
  expect(await provider.getAccessToken({ rejected: 'access-0' })).toBe('access-1');
  expect(refresh).not.toHaveBeenCalled();
});

it('asks again when a flight that set off without the news brings the refused token', async () => {
  const store = memoryTokenStore(storedTokens(now + HOUR));
  const provider = provide(store);
  const unaware = provider.getAccessToken();
  const aware = provider.getAccessToken({ rejected: 'access-0' });
  expect(await Promise.all([unaware, aware])).toEqual(['access-0', 'access-1']);
});

it('does not refresh again and again when the API refuses every token', async () => {
  const provider = provide(memoryTokenStore(storedTokens(now + HOUR)));
  let token = await provider.getAccessToken();
  for (let call = 0; call < 10; call += 1) token = await provider.getAccessToken({ rejected: token });
  expect(token).toBe('access-3');
  expect(refresh).toHaveBeenCalledTimes(3);
  now += 60_000;
  expect(await provider.getAccessToken({ rejected: token })).toBe('access-4');
});

it('keeps the refresh token of a server that does not rotate', async () => {
  refresh.mockImplementation(() => Promise.resolve({ ...grant(), refreshToken: null, scope: '' }));
  const store = ended();
  await provide(store).getAccessToken();
  expect(await store.load()).toMatchObject({ refreshToken: 'refresh-0', scope: 'ea:api', accessToken: 'access-1' });
});

it('hands out a token of no lifetime rather than refreshing for ever', async () => {
  refresh.mockImplementation(() => Promise.resolve({ ...grant(), expiresAt: now }));
  expect(await provide(ended()).getAccessToken()).toBe('access-1');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('repeats a refresh of unknown outcome once, with the same refresh token', async () => {
  refresh.mockRejectedValueOnce(lost);
  expect(await provide(ended()).getAccessToken()).toBe('access-1');
  expect(refresh.mock.calls).toEqual([['refresh-0'], ['refresh-0']]);
});

it('says that the answer was lost when the repeat meets invalid_grant', async () => {
  refresh.mockImplementationOnce(() => {
    grant();
    return Promise.reject(lost);
  });
  const store = ended();
  const error = await failure(provide(store).getAccessToken());
  expect(error).toBeInstanceOf(ReconnectRequiredError);
  expect(error).toMatchObject({ reason: 'refresh-outcome-lost', delivery: 'not-sent' });
  expect(await store.load()).toMatchObject({ reconnect: { reason: 'refresh-outcome-lost', since: now } });
});

it.each([
  ['network', lost],
  ['network', new NetworkError('refused', { delivery: 'not-sent' })],
  ['timeout', new TimeoutError('slow', { delivery: 'unknown' })],
])('keeps the connection when the token endpoint is away (%s)', async (code, reason) => {
  refresh.mockRejectedValueOnce(reason).mockRejectedValueOnce(reason);
  const provider = provide(ended());
  const error = await failure(provider.getAccessToken());
  expect(error).toBeInstanceOf(TokenUnavailableError);
  expect(error).toMatchObject({ code: 'token-unavailable', delivery: 'not-sent', cause: { code } });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ cause: { code } });
  expect(await provider.getAccessToken()).toBe('access-1');
});

it('does not suspect a lost answer after an attempt that was never sent', async () => {
  const away = new NetworkError('refused', { delivery: 'not-sent' });
  refresh.mockRejectedValueOnce(away).mockRejectedValueOnce(away);
  const store = ended();
  const provider = provide(store);
  await failure(provider.getAccessToken());
  expect(await store.load()).not.toHaveProperty('refreshStartedAt');
  generation = 5;
  expect(await failure(provider.getAccessToken())).toMatchObject({ reason: 'refresh-token-refused' });
});

it('does not lose the connection over a wrong client secret', async () => {
  refresh.mockRejectedValueOnce(new InvalidClientError(400));
  const provider = provide(ended());
  const error = await failure(provider.getAccessToken());
  expect(error).toMatchObject({ code: 'token-unavailable', cause: { code: 'invalid-client' } });
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(await provider.getAccessToken()).toBe('access-1');
});

it('records a refusal, so that every other process fails without asking Visma, until somebody connects again', async () => {
  generation = 5;
  const store = ended();
  expect(await failure(provide(store).getAccessToken())).toMatchObject({ reason: 'refresh-token-refused' });
  const other = provide(store);
  expect(await failure(other.getAccessToken())).toBeInstanceOf(ReconnectRequiredError);
  expect(await failure(other.getAccessToken())).toMatchObject({ reason: 'refresh-token-refused' });
  expect(refresh).toHaveBeenCalledTimes(1);

  await saveTokens(store, grant());
  expect(await other.getAccessToken()).toBe('access-6');
});

it('uses the tokens that another process has stored when its own refresh token is refused', async () => {
  const store = ended();
  refresh.mockImplementationOnce(async () => {
    await saveTokens(store, grant());
    throw refused;
  });
  expect(await provide(store).getAccessToken()).toBe('access-1');
});

it('refreshes with the newer refresh token that it finds after a refusal', async () => {
  const store = ended();
  refresh.mockImplementationOnce(async () => {
    await saveTokens(store, { ...grant(), expiresAt: now });
    throw refused;
  });
  expect(await provide(store).getAccessToken()).toBe('access-2');
  expect(refresh.mock.calls).toEqual([['refresh-0'], ['refresh-1']]);
});

it('saves over a refusal that another process recorded because of its own refresh', async () => {
  const store = ended();
  refresh.mockImplementationOnce(async () => {
    const current = (await store.load())!;
    const reconnect = { reason: 'refresh-token-refused', since: now } as const;
    await store.compareAndSet(current.version, { ...current, version: 'marked', reconnect });
    return grant();
  });
  expect(await provide(store).getAccessToken()).toBe('access-1');
  expect(await store.load()).not.toHaveProperty('reconnect');
});

it('gives way to a person who connects again during a refresh', async () => {
  const store = ended();
  refresh.mockImplementationOnce(async () => {
    await saveTokens(store, { ...grant(), accessToken: 'of the new consent' });
    return grant();
  });
  expect(await provide(store).getAccessToken()).toBe('of the new consent');
});

it('gives way to a person who disconnects during a refresh', async () => {
  let gone = false;
  const store = ended();
  const leaving: TokenStore = {
    ...store,
    load: () => (gone ? Promise.resolve(null) : store.load()),
    compareAndSet: (previous, next) => (gone ? Promise.resolve(false) : store.compareAndSet(previous, next)),
  };
  refresh.mockImplementationOnce(() => {
    gone = true;
    return Promise.resolve(grant());
  });
  expect(await failure(provide(leaving).getAccessToken())).toMatchObject({ reason: 'not-connected' });
});

it('asks for a connection where there is none, and for offline_access where it is missing', async () => {
  expect(await failure(provide(memoryTokenStore()).getAccessToken())).toMatchObject({ reason: 'not-connected' });
  expect(await failure(provide(ended({ refreshToken: null })).getAccessToken())).toMatchObject({
    reason: 'no-refresh-token',
  });
  expect(refresh).not.toHaveBeenCalled();
});

it('keeps new tokens that the store does not take, saves them at the next call, and hands them out only then', async () => {
  const store = ended();
  let broken = true;
  const failing: TokenStore = {
    ...store,
    compareAndSet: (previous, next) =>
      broken && next.accessToken === 'access-1'
        ? Promise.reject(new Error(`insert failed: ${JSON.stringify(next)}`))
        : store.compareAndSet(previous, next),
  };
  const provider = provide(failing);
  const error = await failure(provider.getAccessToken());
  expect(error).toBeInstanceOf(TokenStoreError);
  expect(error).toMatchObject({ code: 'token-store', reason: 'not-saved', delivery: 'not-sent' });
  expect(await failure(provider.getAccessToken())).toMatchObject({ reason: 'not-saved' });

  broken = false;
  expect(await provider.getAccessToken()).toBe('access-1');
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(await store.load()).toMatchObject({ refreshToken: 'refresh-1' });
});

it('goes on with a token that is still valid while it cannot save newer ones', async () => {
  const store = memoryTokenStore(storedTokens(now + 60_000));
  let broken = true;
  const failing: TokenStore = {
    ...store,
    compareAndSet: (previous, next) =>
      broken && next.accessToken === 'access-1'
        ? Promise.reject(new Error('down'))
        : store.compareAndSet(previous, next),
  };
  const provider = provide(failing);
  expect(await provider.getAccessToken()).toBe('access-0');
  expect(await provider.getAccessToken()).toBe('access-0');
  broken = false;
  expect(await provider.getAccessToken(), 'without a pause').toBe('access-1');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('saves the tokens that it kept also when another process has recorded a refusal meanwhile', async () => {
  const store = ended();
  let broken = true;
  const failing: TokenStore = {
    ...store,
    compareAndSet: (previous, next) =>
      broken && next.accessToken === 'access-1'
        ? Promise.reject(new Error('down'))
        : store.compareAndSet(previous, next),
  };
  const provider = provide(failing);
  expect(await failure(provider.getAccessToken())).toMatchObject({ reason: 'not-saved' });
  expect(await failure(provide(store).getAccessToken())).toMatchObject({ reason: 'refresh-outcome-lost' });
  broken = false;
  expect(await provider.getAccessToken()).toBe('access-1');
  expect(await provide(store).getAccessToken()).toBe('access-1');
});

it('notices that a write succeeded although the store threw', async () => {
  const store = ended();
  let thrown = false;
  const flaky: TokenStore = {
    ...store,
    async compareAndSet(previous, next) {
      const wrote = await store.compareAndSet(previous, next);
      if (next.accessToken === 'access-1' && !thrown) {
        thrown = true;
        throw new Error('connection lost after commit');
      }
      return wrote;
    },
  };
  expect(await provide(flaky).getAccessToken()).toBe('access-1');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('sends nothing to Visma when the refresh cannot be announced in the store', async () => {
  const store = ended();
  const readOnly: TokenStore = { ...store, compareAndSet: () => Promise.reject(new Error('read-only')) };
  expect(await failure(provide(readOnly).getAccessToken())).toMatchObject({
    code: 'token-store',
    reason: 'write-failed',
  });
  expect(refresh).not.toHaveBeenCalled();
});

it('gives up when others overtake every write', async () => {
  const store = ended();
  const crowded: TokenStore = { ...store, compareAndSet: () => Promise.resolve(false) };
  expect(await failure(provide(crowded).getAccessToken())).toMatchObject({ code: 'token-store', reason: 'overtaken' });
  expect(await failure(saveTokens(crowded, grant()))).toMatchObject({ reason: 'overtaken' });
  expect(refresh).not.toHaveBeenCalled();
});

it('sends nothing when it lost the lock before sending', async () => {
  const store = ended();
  const stolen: TokenStore = { ...store, withLock: (work) => work(AbortSignal.abort()) };
  expect(await failure(provide(stolen).getAccessToken())).toMatchObject({ code: 'token-store', reason: 'lock-lost' });
  expect(refresh).not.toHaveBeenCalled();
  expect(await store.load()).not.toHaveProperty('refreshStartedAt');
});

it('gives up waiting for a lock that is never freed', async () => {
  const store = ended();
  void store.withLock(() => new Promise(() => undefined), { signal: new AbortController().signal, holdMs: 1 });
  const provider = provide(store, { lockTimeoutMs: 10 });
  expect(await failure(provider.getAccessToken())).toMatchObject({ code: 'token-store', reason: 'busy' });
});

it.each([
  ['the refresh succeeds late', (): Promise<TokenSet> => Promise.resolve(grant()), 'access-1'],
  ['the refresh fails late', (): Promise<TokenSet> => Promise.reject(wrongSecret), new TokenUnavailableError(wrongSecret)],
])('never takes work that has begun for a lock that is busy: %s', async (_, outcome, result) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let goOn = (): void => undefined;
    refresh.mockImplementationOnce(() => new Promise((resolve) => { goOn = () => { resolve(outcome()); }; }));
    const store = ended();
    const withLock = vi.spyOn(store, 'withLock');
    const waiting = failure(provide(store, { lockTimeoutMs: 50 }).getAccessToken());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(withLock.mock.lastCall?.[1].signal.aborted).toBe(false);
    goOn();
    expect(await waiting).toEqual(result);
  } finally {
    vi.useRealTimers();
  }
});

it('serves no token of a connection that is recorded as refused while newer tokens wait to be saved', async () => {
  const store = memoryTokenStore(storedTokens(now + 60_000));
  let full = false;
  const provider = provide({
    ...store,
    compareAndSet: (version, next) => (full && next.accessToken !== 'access-0' ? Promise.reject(new Error('disk full')) : store.compareAndSet(version, next)),
  });
  full = true;
  // The token at hand is good for another minute: it is served while the newer ones cannot be saved.
  expect(await provider.getAccessToken()).toBe('access-0');
  const current = (await store.load()) ?? storedTokens(0);
  await store.compareAndSet(current.version, { ...current, version: 'refused', reconnect: { reason: 'refresh-token-refused', since: now } });
  now += 31_000;
  const error = await failure(provider.getAccessToken());
  expect(error).toBeInstanceOf(TokenStoreError);
  expect(error).toMatchObject({ reason: 'not-saved' });
  full = false;
  expect(await provider.getAccessToken()).toBe('access-1');
  expect(await store.load()).toMatchObject({ accessToken: 'access-1' });
  expect(await store.load()).not.toHaveProperty('reconnect');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('tells the lock how long a refresh may take', async () => {
  const store = ended();
  const withLock = vi.spyOn(store, 'withLock');
  await provide(store).getAccessToken();
  expect(withLock.mock.calls[0]?.[1].holdMs).toBe(22_000);
});

it('ends the wait of one caller at its signal, not the refresh of all', async () => {
  let answer: (tokens: TokenSet) => void = () => undefined;
  refresh.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  const control = new AbortController();
  const store = ended();
  const provider = provide(store);
  const impatient = failure(provider.getAccessToken({ signal: control.signal }));
  const patient = provider.getAccessToken({ signal: new AbortController().signal });
  await vi.waitFor(() => {
    expect(refresh).toHaveBeenCalledTimes(1);
  });
  control.abort();
  expect(await impatient).toBeInstanceOf(AbortedError);
  expect(await impatient).toMatchObject({ delivery: 'not-sent' });
  answer(grant());
  expect(await patient).toBe('access-1');
  expect(await store.load()).toMatchObject({ refreshToken: 'refresh-1' });
});

it('does not set off for a caller that is gone already', async () => {
  const error = await failure(provide(ended()).getAccessToken({ signal: AbortSignal.abort() }));
  expect(error).toBeInstanceOf(AbortedError);
  expect(refresh).not.toHaveBeenCalled();
});

it('passes on what the store throws when it is read, and recovers', async () => {
  const store = ended();
  const down = new Error('database is down');
  vi.spyOn(store, 'load').mockRejectedValueOnce(down);
  const provider = provide(store);
  expect(await failure(provider.getAccessToken())).toBe(down);
  expect(await provider.getAccessToken()).toBe('access-1');
});

it('keeps everything in one value that survives JSON', async () => {
  const store = ended();
  await provide(store).getAccessToken();
  const stored = await store.load();
  expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
});
