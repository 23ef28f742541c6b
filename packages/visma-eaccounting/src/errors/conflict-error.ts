import { VismaError } from './visma-error.ts';

/** The record exists already, or its number is taken (error 4000). */
export class ConflictError extends VismaError {
  override readonly code = 'conflict';

  /** Literal, so that it survives minifying. */
  override get name(): 'ConflictError' {
    return 'ConflictError';
  }
}
