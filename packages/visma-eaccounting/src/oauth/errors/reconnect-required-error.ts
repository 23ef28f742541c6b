import { OAuthError } from './oauth-error.ts';

/**
 * Why a person has to connect again.
 *
 * - `code-refused`: the authorization code was used before, or is too old.
 * - `refresh-token-refused`: consent or user was withdrawn, the Visma password was changed, or the token is not the
 *   newest one.
 * - `refresh-outcome-lost`: the same, and an earlier refresh was cut off (process killed, answer lost), so that the
 *   newest refresh token most likely never reached the store.
 * - `no-refresh-token`: the access token has ended and `offline_access` was not granted.
 * - `not-connected`: the store holds no tokens.
 */
export type ReconnectReason =
  'code-refused' | 'refresh-token-refused' | 'refresh-outcome-lost' | 'no-refresh-token' | 'not-connected';

const MESSAGES: Record<ReconnectReason, string> = {
  'code-refused': 'Visma refused the authorization code',
  'refresh-token-refused': 'Visma refused the refresh token',
  'refresh-outcome-lost':
    'An earlier refresh was cut off before its new token was stored, and Visma refused the old one',
  'no-refresh-token': 'The access token has ended and there is no refresh token',
  'not-connected': 'There is no connection',
};

/**
 * No tokens can be had until a person gives consent again: send someone to the authorization URL, then store the new
 * tokens with `saveTokens`. Repeating the call does not help. Nothing was sent to the API.
 */
export class ReconnectRequiredError extends OAuthError {
  override readonly code = 'reconnect-required';
  readonly reason: ReconnectReason;

  constructor(reason: ReconnectReason) {
    super(`${MESSAGES[reason]}: connect to Visma again.`, { delivery: 'not-sent' });
    this.reason = reason;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'ReconnectRequiredError' {
    return 'ReconnectRequiredError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason };
  }
}
