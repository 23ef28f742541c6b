import type { StoredTokens } from './stored-tokens.ts';

/** Whether a token may still be sent: not ended, and not the one that the API has just refused. */
export function isValid(tokens: StoredTokens, now: number, rejected: string | undefined): boolean {
  return tokens.accessToken !== rejected && now < tokens.expiresAt;
}

/**
 * Whether a token is far enough from its end to be used without a thought. The margin is at most a tenth of the token's
 * lifetime, so that short-lived tokens are not refreshed at every call.
 */
export function isFresh(tokens: StoredTokens, now: number, rejected: string | undefined, marginMs: number): boolean {
  const margin = Math.min(marginMs, (tokens.expiresAt - tokens.obtainedAt) / 10);
  return isValid(tokens, now + margin, rejected);
}
