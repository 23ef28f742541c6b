import type { AccessTokenProvider, AccessTokenRequest } from '../auth.ts';
import { systemClock, type Clock } from '../core/clock.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { VismaError } from '../errors/visma-error.ts';
import { connected } from './connected.ts';
import { ReconnectRequiredError } from './errors/reconnect-required-error.ts';
import { TokenStoreError } from './errors/token-store-error.ts';
import { TokenUnavailableError } from './errors/token-unavailable-error.ts';
import { isFresh, isValid } from './freshness.ts';
import { refreshStored, type RefreshContext } from './refresh-stored.ts';
import type { StoredTokens } from './stored-tokens.ts';
import type { TokenStore } from './token-store.ts';
import type { VismaOAuth } from './visma-oauth.ts';

/** Settings of a token provider. */
export interface TokenProviderOptions {
  readonly oauth: Pick<VismaOAuth, 'refresh' | 'timeoutMs'>;
  /** The tokens of one connection. */
  readonly store: TokenStore;
  /**
   * Milliseconds before its end at which an access token is refreshed; at most a tenth of its lifetime counts.
   *
   * @default 300000
   */
  readonly refreshMarginMs?: number | undefined;
  /**
   * Milliseconds after which the store is read again although the token at hand is still good, so that a connection
   * that was ended or renewed elsewhere is noticed.
   *
   * @default 30000
   */
  readonly rereadMs?: number | undefined;
  /**
   * Milliseconds before a refresh that failed for a passing reason is repeated, before a failed save is repeated.
   *
   * @default 1000
   */
  readonly retryDelayMs?: number | undefined;
  /**
   * Milliseconds to wait for the store's lock.
   *
   * @default what a refresh may take at most, and 5 seconds
   */
  readonly lockTimeoutMs?: number | undefined;
  /** Replaces the system's time, for tests. */
  readonly clock?: Clock | undefined;
}

/** What the store's own calls and the waits inside the lock may take, on top of two requests. */
const STORE_TIME_MS = 20_000;
/** While a still valid token is served because its early refresh failed, so long no new attempt is made. */
const AHEAD_PAUSE_MS = 30_000;
/** After so many tokens in a row that were each refused within this time of a refresh, another would not help. */
const REFUSED_IN_A_ROW = 3;
const REFUSED_WITHIN_MS = 60_000;

/**
 * Serves the access token of one connection to any number of parallel calls, here and in other processes, and keeps
 * it fresh: one refresh however many wait. New tokens are in the store before anybody gets to use them.
 *
 * Make one provider per connection and process, and keep it.
 *
 * `getAccessToken` throws:
 * - ReconnectRequiredError when a person has to connect again; from then on without asking Visma, until `saveTokens`;
 * - TokenUnavailableError when it did not work out this time, with the reason as its `cause`;
 * - TokenStoreError when the lock or the last write failed; AbortedError for the caller's own signal;
 * - whatever the store's `load` and `withLock` throw themselves.
 */
export function createTokenProvider(options: TokenProviderOptions): AccessTokenProvider {
  const { oauth, store, refreshMarginMs = 300_000, rereadMs = 30_000, retryDelayMs = 1000 } = options;
  const { clock = systemClock } = options;
  const holdMs = 2 * oauth.timeoutMs + STORE_TIME_MS;
  const lockTimeoutMs = options.lockTimeoutMs ?? holdMs + 5000;
  const context: RefreshContext = { oauth, store, clock, retryDelayMs, unsaved: undefined };

  let cached: StoredTokens | undefined;
  let flight: Promise<StoredTokens> | undefined;
  let readAt = 0;
  let pauseUntil = 0;
  let afterRefusal = { accessToken: '', count: 0, until: 0 };

  const fresh = (tokens: StoredTokens, rejected: string | undefined): boolean =>
    isFresh(tokens, clock.now(), rejected, refreshMarginMs);

  async function obtain(rejected: string | undefined): Promise<StoredTokens> {
    const stored = await store.load();
    // Tokens that wait to be saved are newer than whatever the store says, also than a refusal recorded there.
    const seen = context.unsaved ? stored : connected(stored);
    const usable = (): boolean => !!seen && !seen.reconnect && isValid(seen, clock.now(), rejected);
    if (seen && !context.unsaved) {
      if (fresh(seen, rejected) || isRefusedForGood(seen, rejected)) return seen;
      if (usable() && clock.now() < pauseUntil) return seen;
    }
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      giveUp.abort();
    }, lockTimeoutMs);
    try {
      const work = (lost: AbortSignal): Promise<StoredTokens> => {
        clearTimeout(timer);
        return refreshStored(context, (tokens) => fresh(tokens, rejected), lost);
      };
      return await store.withLock(work, { signal: giveUp.signal, holdMs });
    } catch (error) {
      if (giveUp.signal.aborted) throw new TokenStoreError('busy');
      if (error instanceof ReconnectRequiredError || !seen || !usable()) throw error;
      pauseUntil = clock.now() + AHEAD_PAUSE_MS;
      return seen;
    } finally {
      clearTimeout(timer);
    }
  }

  /** How many tokens in a row, this one the last, came to replace a refused one. */
  const refusals = (accessToken: string): number =>
    afterRefusal.accessToken === accessToken && clock.now() < afterRefusal.until ? afterRefusal.count : 0;

  const isRefusedForGood = ({ accessToken }: StoredTokens, rejected: string | undefined): boolean =>
    accessToken === rejected && refusals(accessToken) >= REFUSED_IN_A_ROW;

  /** One flight for all; each caller may stop waiting for it, none can stop it: a refresh that was sent must be saved. */
  function board(rejected: string | undefined): Promise<StoredTokens> {
    flight ??= obtain(rejected)
      .then((tokens) => {
        const { accessToken } = tokens;
        if (rejected !== undefined && accessToken !== rejected) {
          afterRefusal = { accessToken, count: refusals(rejected) + 1, until: clock.now() + REFUSED_WITHIN_MS };
        }
        readAt = clock.now();
        return (cached = tokens);
      })
      .finally(() => {
        flight = undefined;
      });
    return flight;
  }

  return {
    async getAccessToken({ signal, rejected }: AccessTokenRequest = {}) {
      for (;;) {
        const recent = clock.now() < readAt + rereadMs;
        if (cached && recent && fresh(cached, rejected)) return cached.accessToken;
        if (signal?.aborted) throw aborted();
        const own = flight === undefined;
        const { accessToken } = await waitFor(board(rejected), signal);
        // A flight that set off before this token was refused may bring just that token.
        if (own || accessToken !== rejected) return accessToken;
      }
    },
  };
}

/** To the API's caller every failure here means the same: nothing was sent to it. */
function unavailable(error: unknown): unknown {
  const asItIs = error instanceof ReconnectRequiredError || error instanceof TokenStoreError;
  return error instanceof VismaError && !asItIs ? new TokenUnavailableError(error) : error;
}

function aborted(): AbortedError {
  return new AbortedError('Waiting for an access token was aborted.', { delivery: 'not-sent' });
}

async function waitFor<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const stop = new AbortController();
  const stopped = new Promise<never>((_resolve, reject) => {
    const abort = (): void => {
      reject(aborted());
    };
    signal?.addEventListener('abort', abort, { signal: stop.signal });
  });
  try {
    return await Promise.race([promise, stopped]);
  } catch (error) {
    throw error instanceof AbortedError ? error : unavailable(error);
  } finally {
    stop.abort();
  }
}
