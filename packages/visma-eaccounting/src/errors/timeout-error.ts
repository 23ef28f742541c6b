import { VismaError } from './visma-error.ts';

/** A read got no complete answer in the time allowed per attempt. */
export class TimeoutError extends VismaError {
  override readonly code = 'timeout';

  /** Literal, so that it survives minifying. */
  override get name(): 'TimeoutError' {
    return 'TimeoutError';
  }
}
