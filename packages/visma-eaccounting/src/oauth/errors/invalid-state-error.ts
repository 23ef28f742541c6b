import { OAuthError } from './oauth-error.ts';

/** What is wrong with a state. */
export type StateFault = 'missing' | 'mismatch' | 'expired' | 'used';

/**
 * The `state` is not the one that was given out: an old bookmark, a forged callback, or one of another person or
 * tenant. Nothing of the callback may be used; start again at the authorization URL.
 */
export class InvalidStateError extends OAuthError {
  override readonly code = 'invalid-state';
  readonly reason: StateFault;

  constructor(reason: StateFault) {
    super(`The state of the callback is not valid (${reason}): start again at the authorization URL.`, { delivery: 'not-sent' });
    this.reason = reason;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'InvalidStateError' {
    return 'InvalidStateError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason };
  }
}
