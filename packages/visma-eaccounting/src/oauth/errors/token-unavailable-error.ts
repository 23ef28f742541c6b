import type { VismaError } from '../../errors/visma-error.ts';
import { OAuthError } from './oauth-error.ts';

/**
 * No access token could be had this time; the connection is not lost. `cause` says why: `NetworkError`, `TimeoutError`,
 * `TokenEndpointError` (all usually passing: try again later), `InvalidClientError` or another `OAuthError` (mend the
 * configuration). Nothing was sent to the API.
 */
export class TokenUnavailableError extends OAuthError {
  override readonly code = 'token-unavailable';
  declare readonly cause: VismaError;

  constructor(cause: VismaError) {
    super(`No access token could be obtained. ${cause.message}`, { delivery: 'not-sent', cause });
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'TokenUnavailableError' {
    return 'TokenUnavailableError';
  }

  /** The base fields and the cause's, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), cause: this.cause.toJSON() };
  }
}
