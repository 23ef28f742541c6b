import { OAuthError } from './oauth-error.ts';

/** Why a callback brought no usable code. */
export type CallbackFault = 'refused' | 'missing-code' | 'duplicate-parameter';

const MESSAGES: Record<CallbackFault, string> = {
  refused: 'Visma ended the authorization with an error',
  'missing-code': 'The callback carries neither a code nor an error.',
  'duplicate-parameter': 'The callback repeats a parameter.',
};

/** The redirect back from Visma brought no usable authorization code. Start again at the authorization URL. */
export class CallbackError extends OAuthError {
  override readonly code = 'callback';
  readonly reason: CallbackFault;

  constructor(reason: CallbackFault, oauthError?: string) {
    super(MESSAGES[reason], { delivery: 'not-sent', oauthError });
    this.reason = reason;
    if (reason === 'refused') this.message += this.oauthError ? `: ${this.oauthError}.` : '.';
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'CallbackError' {
    return 'CallbackError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), message: this.message, reason: this.reason };
  }
}
