import { plainWord } from '../plain-word.ts';
import { OAuthError } from './oauth-error.ts';

/** Why a callback brought no usable code. */
export type CallbackFault = 'refused' | 'missing-code' | 'duplicate-parameter' | 'wrong-issuer';

const MESSAGES: Record<CallbackFault, string> = {
  refused: 'Visma ended the authorization with an error.',
  'missing-code': 'The callback carries neither a code nor an error.',
  'duplicate-parameter': 'The callback repeats a parameter.',
  'wrong-issuer': 'The callback comes from another identity server.',
};

/** The redirect back from Visma brought no usable authorization code. Start again at the authorization URL. */
export class CallbackError extends OAuthError {
  override readonly code = 'callback';
  readonly reason: CallbackFault;

  constructor(reason: CallbackFault, oauthError?: string) {
    const word = plainWord(oauthError);
    super(MESSAGES[reason] + (word ? ` (${word})` : ''), { delivery: 'not-sent', oauthError: word });
    this.reason = reason;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'CallbackError' {
    return 'CallbackError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason };
  }
}
