import { OAuthError } from './oauth-error.ts';

/** The person declined at Visma (`error=access_denied`). Offer to try again; nothing is broken. */
export class AccessDeniedError extends OAuthError {
  override readonly code = 'access-denied';

  constructor() {
    super('Access was not granted at Visma.', { delivery: 'not-sent', oauthError: 'access_denied' });
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'AccessDeniedError' {
    return 'AccessDeniedError';
  }
}
