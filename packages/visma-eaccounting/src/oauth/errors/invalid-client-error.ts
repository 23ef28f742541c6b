import { OAuthError } from './oauth-error.ts';

/**
 * The identity server does not accept the client id and secret (`invalid_client`). Check the configuration: client
 * and identity URL must both be of the sandbox, or both live. Connections are not lost by it.
 */
export class InvalidClientError extends OAuthError {
  override readonly code = 'invalid-client';

  constructor(status: number) {
    super('Visma does not accept this client id and secret. Check them, and that they belong to this identity URL.', {
      delivery: 'answered',
      status,
      oauthError: 'invalid_client',
    });
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'InvalidClientError' {
    return 'InvalidClientError';
  }
}
