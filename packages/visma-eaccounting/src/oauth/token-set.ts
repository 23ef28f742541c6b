/**
 * What Visma's token endpoint grants: for one person, one company and one application. Plain data: it is meant to be
 * stored (encrypted), so it does print its tokens; keep it out of logs.
 */
export interface TokenSet {
  /** Goes into the `Authorization` header of API calls; valid for about an hour. */
  readonly accessToken: string;
  /** Gets the next token set, once: every refresh answers a new one. `null` when `offline_access` was not granted. */
  readonly refreshToken: string | null;
  /** When the request that got the tokens was sent, in epoch milliseconds of this machine's clock. */
  readonly obtainedAt: number;
  /** When the access token ends, in epoch milliseconds of this machine's clock. */
  readonly expiresAt: number;
  /** Granted scopes, separated by spaces; as asked for when the server does not say. Empty when unknown. */
  readonly scope: string;
}
