import { OAuthError } from './oauth-error.ts';

/** What is wrong with an answer of the identity server. */
export type TokenEndpointFault = 'status' | 'redirect' | 'not-json' | 'too-large' | 'bad-shape';

const MESSAGES: Record<TokenEndpointFault, string> = {
  status: 'without an OAuth error',
  redirect: 'with a redirect, which is not followed',
  'not-json': 'with something other than a JSON object',
  'too-large': 'with more than 64 KiB',
  'bad-shape': 'without usable tokens',
};

/**
 * The identity server, or a gateway before it, answered something that is not OAuth: a 5xx, an HTML page, a redirect.
 * Whether it carried out the request is unknown. Usually passing: try again later.
 */
export class TokenEndpointError extends OAuthError {
  override readonly code = 'token-endpoint';
  readonly reason: TokenEndpointFault;

  constructor(reason: TokenEndpointFault, status: number) {
    super(`The identity server answered ${status} ${MESSAGES[reason]}.`, { delivery: 'unknown', status });
    this.reason = reason;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'TokenEndpointError' {
    return 'TokenEndpointError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason };
  }
}
