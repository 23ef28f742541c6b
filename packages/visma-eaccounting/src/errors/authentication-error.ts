import { VismaError } from './visma-error.ts';

/** The access token was refused, or none could be obtained. Refreshing once did not help: check the credentials. */
export class AuthenticationError extends VismaError {
  override readonly code = 'authentication';

  /** Literal, so that it survives minifying. */
  override get name(): 'AuthenticationError' {
    return 'AuthenticationError';
  }
}
