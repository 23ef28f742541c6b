import { VismaError } from './visma-error.ts';

/** The access token was refused, and so was the one after it. */
export class AuthenticationError extends VismaError {
  override readonly code = 'authentication';

  /** Literal, so that it survives minifying. */
  override get name(): 'AuthenticationError' {
    return 'AuthenticationError';
  }
}
