import type { StoredTokens } from './stored-tokens.ts';

/** What a provider tells the store's lock. */
export interface LockOptions {
  /** Gives up waiting for the lock. */
  readonly signal: AbortSignal;
  /** Milliseconds: the longest that the work inside can take. A lease must be longer, or be renewed meanwhile. */
  readonly holdMs: number;
}

/**
 * Holds the tokens of one connection (one person, company and application) for every process that uses it.
 *
 * A lock that fails does not lose a connection by itself, because each refresh is announced and saved by
 * `compareAndSet`; it is what keeps two processes from presenting the same refresh token.
 */
export interface TokenStore {
  /**
   * Answers the value of the last successful `compareAndSet`, or null when not connected. Never from a cache: another
   * process may have written a moment ago.
   */
  load(): Promise<StoredTokens | null>;
  /**
   * Writes `next` only when the stored version equals `previousVersion` (null: nothing is stored), and answers whether
   * it wrote. Check and write are one atomic, durable step: once it answers true, no crash loses the value. Keeps the
   * value whole, unknown fields included.
   */
  compareAndSet(previousVersion: string | null, next: StoredTokens): Promise<boolean>;
  /**
   * Runs `work` while no other `withLock` of this connection runs, in this or another process, and frees the lock
   * however `work` ends; when the holder crashes, the lock frees itself. The signal given to `work` is aborted when the
   * lock is lost early. Rejects with the reason of `options.signal` when waiting is given up.
   */
  withLock<T>(work: (lost: AbortSignal) => Promise<T>, options: LockOptions): Promise<T>;
}
