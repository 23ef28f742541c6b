import type { Clock } from '../core/clock.ts';
import { VismaError } from '../errors/visma-error.ts';
import { connected } from './connected.ts';
import { ReconnectRequiredError, type ReconnectReason } from './errors/reconnect-required-error.ts';
import { TokenStoreError } from './errors/token-store-error.ts';
import { MAX_ROUNDS, write } from './write.ts';
import { newVersion, type StoredTokens } from './stored-tokens.ts';
import type { TokenSet } from './token-set.ts';
import type { TokenStore } from './token-store.ts';
import type { VismaOAuth } from './visma-oauth.ts';

/** New tokens that the store has not taken yet, and the value that they replace. */
export interface Unsaved {
  readonly base: StoredTokens;
  readonly next: StoredTokens;
}

/** What the steps below share. `unsaved` outlives a call: it is the only copy of a live refresh token. */
export interface RefreshContext {
  readonly oauth: Pick<VismaOAuth, 'refresh'>;
  readonly store: TokenStore;
  readonly clock: Clock;
  readonly retryDelayMs: number;
  unsaved: Unsaved | undefined;
}

/**
 * Gets fresh tokens; to be run inside the store's lock. Per round: read the store, announce the refresh in it, ask
 * Visma, save, and only then answer.
 */
export async function refreshStored(
  context: RefreshContext,
  isFresh: (tokens: StoredTokens) => boolean,
  lost: AbortSignal,
): Promise<StoredTokens> {
  const { store, clock } = context;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (context.unsaved) await save(context, context.unsaved);
    const current = connected(await store.load());
    if (isFresh(current)) return current;
    const { refreshToken } = current;
    if (refreshToken === null) throw new ReconnectRequiredError('no-refresh-token');
    const announced = { ...current, version: newVersion(), refreshStartedAt: clock.now() };
    if (!(await write(store, current.version, announced))) continue;
    const takeBack = (): Promise<unknown> =>
      write(store, announced.version, { ...current, version: newVersion() }).catch(() => undefined);
    if (lost.aborted) {
      await takeBack();
      throw new TokenStoreError('lock-lost');
    }

    const answer = await refreshOnceMore(context, refreshToken);
    if (answer.tokens) {
      context.unsaved = { base: announced, next: merge(announced, answer.tokens) };
      return save(context, context.unsaved);
    }
    if (!(answer.error instanceof ReconnectRequiredError)) {
      if (!answer.mayBeLost) await takeBack();
      throw answer.error;
    }
    const cutOff = answer.mayBeLost || current.refreshStartedAt !== undefined;
    await recordRefusal(context, announced, cutOff ? 'refresh-outcome-lost' : 'refresh-token-refused');
  }
  throw new TokenStoreError('overtaken');
}

interface RefreshAnswer {
  readonly tokens?: TokenSet;
  readonly error?: unknown;
  /** Whether an attempt may have reached Visma without its answer reaching us. */
  readonly mayBeLost: boolean;
}

/**
 * One refresh, repeated once with the same refresh token when the outcome of the first is open or it never arrived.
 * The repeat cannot do harm: had the first one been carried out, its answer would be lost either way.
 */
async function refreshOnceMore(context: RefreshContext, refreshToken: string): Promise<RefreshAnswer> {
  let mayBeLost = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { tokens: await context.oauth.refresh(refreshToken), mayBeLost };
    } catch (error) {
      const passing = error instanceof VismaError && ['network', 'timeout', 'token-endpoint'].includes(error.code);
      if (!passing || attempt === 2)
        return { error, mayBeLost: mayBeLost || (passing && error.delivery === 'unknown') };
      mayBeLost = error.delivery === 'unknown';
      await context.clock.sleep(context.retryDelayMs);
    }
  }
}

function merge(before: StoredTokens, fresh: TokenSet): StoredTokens {
  const { accessToken, refreshToken, obtainedAt, expiresAt, scope } = fresh;
  return {
    accessToken,
    // A server that does not rotate answers none: the old one stays good.
    refreshToken: refreshToken ?? before.refreshToken,
    obtainedAt,
    expiresAt,
    scope: scope || before.scope,
    version: newVersion(),
  };
}

/**
 * Saves new tokens over the value that they came from, also when another process has meanwhile recorded a refusal of
 * the old refresh token (which is dead because of us). Whoever stored other tokens has connected anew: theirs lead.
 */
async function save(context: RefreshContext, { base, next }: Unsaved): Promise<StoredTokens> {
  const { store, clock, retryDelayMs } = context;
  let expected = base.version;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    try {
      if (await store.compareAndSet(expected, next)) {
        context.unsaved = undefined;
        return next;
      }
      const latest = await store.load();
      if (latest?.version !== next.version && latest?.refreshToken === base.refreshToken) {
        expected = latest.version;
        continue;
      }
      context.unsaved = undefined;
      return connected(latest);
    } catch (error) {
      if (error instanceof ReconnectRequiredError) throw error;
      await clock.sleep(retryDelayMs);
    }
  }
  throw new TokenStoreError('not-saved');
}

/**
 * Marks a connection whose refresh token was refused, so that nobody asks Visma again, unless the store holds another
 * refresh token by now: then that one decides.
 */
async function recordRefusal(context: RefreshContext, refused: StoredTokens, reason: ReconnectReason): Promise<void> {
  const { store, clock } = context;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const latest = connected(await store.load());
    if (latest.refreshToken !== refused.refreshToken) return;
    const { refreshStartedAt: _over, ...rest } = latest;
    const marked = { ...rest, version: newVersion(), reconnect: { reason, since: clock.now() } };
    if (await write(store, latest.version, marked)) throw new ReconnectRequiredError(reason);
  }
  throw new TokenStoreError('overtaken');
}
