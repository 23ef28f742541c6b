import { VismaError, type VismaErrorDetails } from '../../errors/visma-error.ts';
import { plainWord } from '../plain-word.ts';

/**
 * Base of the errors of the OAuth flow. Thrown itself when the identity server refuses a request for a reason that has
 * no class of its own, such as `invalid_scope`.
 *
 * None of them holds a token, a code, a secret, or any text that came from outside, so all are safe to log.
 */
export class OAuthError extends VismaError {
  override readonly code: string = 'oauth';
  /** OAuth's own error code as the identity server sent it; undefined when it sent none, or no plain word. */
  readonly oauthError: string | undefined;

  constructor(message: string, details: VismaErrorDetails & { readonly oauthError?: unknown }) {
    super(message, details);
    this.oauthError = plainWord(details.oauthError);
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'OAuthError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), oauthError: this.oauthError };
  }
}
