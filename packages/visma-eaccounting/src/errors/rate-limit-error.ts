import { VismaError, type VismaErrorDetails } from './visma-error.ts';

/** The API refused the call because of its rate limit, and the time left did not allow to wait. */
export class RateLimitError extends VismaError {
  override readonly code = 'rate-limit';
  /** Milliseconds to wait, as the API said it; undefined when it said nothing. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: VismaErrorDetails & { readonly retryAfterMs?: number | undefined }) {
    super(message, details);
    this.retryAfterMs = details.retryAfterMs;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'RateLimitError' {
    return 'RateLimitError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), retryAfterMs: this.retryAfterMs };
  }
}
