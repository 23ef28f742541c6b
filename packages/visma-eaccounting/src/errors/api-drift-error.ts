import type { InvalidField } from './invalid-input-error.ts';
import { VismaError } from './visma-error.ts';

/** A 2xx answer to a read that is not what the API documents: no JSON, too large, or fields of another type. */
export class ApiDriftError extends VismaError {
  override readonly code = 'api-drift';
  /** Where the answer differs. Values of the answer are never quoted. */
  declare readonly differences?: readonly InvalidField[] | undefined;

  /** Literal, so that it survives minifying. */
  override get name(): 'ApiDriftError' {
    return 'ApiDriftError';
  }
}
