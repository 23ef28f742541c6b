import { VismaError } from './visma-error.ts';

/** The API refused the call because of its rate limit, and the time left did not allow to wait. */
export class RateLimitError extends VismaError {
  override readonly code = 'rate-limit';

  /** Literal, so that it survives minifying. */
  override get name(): 'RateLimitError' {
    return 'RateLimitError';
  }
}
