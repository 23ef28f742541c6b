import { OAuthError } from './oauth-error.ts';

/** What went wrong with the store. */
export type TokenStoreFault = 'not-saved' | 'write-failed' | 'busy' | 'lock-lost' | 'overtaken';

const MESSAGES: Record<TokenStoreFault, string> = {
  'not-saved':
    'The store did not take the refreshed tokens. This process keeps them and saves them first at the next call; when it ends before, a reconnect is needed.',
  'write-failed': 'The token store failed to write.',
  busy: 'The lock of the token store was not to be had in time.',
  'lock-lost': 'The lock of the token store was lost before the refresh was sent.',
  overtaken: 'Others wrote to the token store at every attempt.',
};

/**
 * The token store failed where a token could have been lost. Nothing was sent to the API; call again. It does not
 * quote the store's own error, which may print what it was asked to write.
 */
export class TokenStoreError extends OAuthError {
  override readonly code = 'token-store';
  readonly reason: TokenStoreFault;

  constructor(reason: TokenStoreFault) {
    super(MESSAGES[reason], { delivery: 'not-sent' });
    this.reason = reason;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'TokenStoreError' {
    return 'TokenStoreError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason };
  }
}
