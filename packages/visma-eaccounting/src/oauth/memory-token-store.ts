import type { StoredTokens } from './stored-tokens.ts';
import type { TokenStore } from './token-store.ts';

/** A {@link TokenStore} for scripts and tests: one process only, and gone when that process ends. */
export function memoryTokenStore(initial: StoredTokens | null = null): TokenStore {
  let stored = initial;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    load: () => Promise.resolve(stored),
    compareAndSet(previousVersion, next) {
      const matches = (stored?.version ?? null) === previousVersion;
      if (matches) stored = next;
      return Promise.resolve(matches);
    },
    withLock(work, { signal }) {
      let begun = false;
      const turn = queue.then(() => {
        signal.throwIfAborted();
        begun = true;
        return work(new AbortController().signal);
      });
      queue = turn.catch(() => undefined);
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => {
          if (!begun) reject(signal.reason as Error);
        });
        turn.then(resolve, reject);
      });
    },
  };
}
