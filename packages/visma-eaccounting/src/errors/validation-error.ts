import { VismaError } from './visma-error.ts';

/** The API refused the content. `fieldErrors` names the fields where the API did. */
export class ValidationError extends VismaError {
  override readonly code = 'validation';

  /** Literal, so that it survives minifying. */
  override get name(): 'ValidationError' {
    return 'ValidationError';
  }
}
