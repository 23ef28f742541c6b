import { VismaError } from './visma-error.ts';

/** The API knows no such record. After an unknown outcome this is no proof yet: the write may still arrive. */
export class NotFoundError extends VismaError {
  override readonly code = 'not-found';

  /** Literal, so that it survives minifying. */
  override get name(): 'NotFoundError' {
    return 'NotFoundError';
  }
}
