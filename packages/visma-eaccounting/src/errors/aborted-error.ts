import { VismaError } from './visma-error.ts';

/** The caller's signal ended the call. `delivery` tells whether a write may have been carried out. */
export class AbortedError extends VismaError {
  override readonly code = 'aborted';

  /** Literal, so that it survives minifying. */
  override get name(): 'AbortedError' {
    return 'AbortedError';
  }
}
