import { TokenStoreError } from './errors/token-store-error.ts';
import type { StoredTokens } from './stored-tokens.ts';
import type { TokenStore } from './token-store.ts';

/** How often a write that others overtake is tried again. */
export const MAX_ROUNDS = 5;

/** `compareAndSet` without the store's own errors: those of databases like to print the values they were given. */
export async function write(
  store: Pick<TokenStore, 'compareAndSet'>,
  previousVersion: string | null,
  next: StoredTokens,
): Promise<boolean> {
  try {
    return await store.compareAndSet(previousVersion, next);
  } catch {
    throw new TokenStoreError('write-failed');
  }
}
