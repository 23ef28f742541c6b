import type { ReconnectReason } from './errors/reconnect-required-error.ts';
import type { TokenSet } from './token-set.ts';

/**
 * One connection as a {@link TokenStore} keeps it: one JSON-serialisable value, stored, encrypted and replaced as a
 * whole. Stores look at `version` only.
 */
export interface StoredTokens extends TokenSet {
  /** A fresh random mark with every write; two values with the same version are the same value. */
  readonly version: string;
  /**
   * Epoch milliseconds: set before a refresh is sent, absent once its outcome is stored. Found set by the next process,
   * it means that an answer with a new refresh token may have been lost.
   */
  readonly refreshStartedAt?: number;
  /** Present once Visma refused the refresh token: nobody asks again until a person has connected anew. */
  readonly reconnect?: { readonly reason: ReconnectReason; readonly since: number };
}

/** A version mark for the next write, from WebCrypto. */
export function newVersion(): string {
  return crypto.randomUUID();
}
