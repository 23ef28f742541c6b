import { TokenStoreError } from './errors/token-store-error.ts';
import { MAX_ROUNDS, write } from './write.ts';
import { newVersion, type StoredTokens } from './stored-tokens.ts';
import type { TokenSet } from './token-set.ts';
import type { TokenStore } from './token-store.ts';

/**
 * Stores the tokens of a new consent over whatever is there, also over a recorded refusal: the last step of connecting
 * and of connecting again. A refresh that is under way elsewhere then gives way to it.
 *
 * Providers notice it within their `rereadMs`; until then they go on with the access token that they hold.
 *
 * @throws TokenStoreError when the store fails to write or others keep writing; whatever its `load` throws.
 */
export async function saveTokens(
  store: Pick<TokenStore, 'load' | 'compareAndSet'>,
  tokens: TokenSet,
): Promise<StoredTokens> {
  const { accessToken, refreshToken, obtainedAt, expiresAt, scope } = tokens;
  const next = { accessToken, refreshToken, obtainedAt, expiresAt, scope, version: newVersion() };
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const current = await store.load();
    if (await write(store, current?.version ?? null, next)) return next;
  }
  throw new TokenStoreError('overtaken');
}
