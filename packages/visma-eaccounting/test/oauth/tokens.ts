import type { StoredTokens } from '../../src/oauth/stored-tokens.ts';

/** Stored tokens of an hour that ended at `expiresAt`. */
export function storedTokens(expiresAt: number, change: Partial<StoredTokens> = {}): StoredTokens {
  return {
    version: 'v0',
    accessToken: 'access-0',
    refreshToken: 'refresh-0',
    obtainedAt: expiresAt - 3_600_000,
    expiresAt,
    scope: 'ea:api',
    ...change,
  };
}
