import { VismaError } from './visma-error.ts';

/** The total deadline, or `startBefore` of a write, passed before the request was sent. */
export class DeadlineError extends VismaError {
  override readonly code = 'deadline';

  /** Literal, so that it survives minifying. */
  override get name(): 'DeadlineError' {
    return 'DeadlineError';
  }
}
