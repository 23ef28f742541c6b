import { VismaError, type VismaErrorDetails } from './visma-error.ts';

/**
 * A write whose effect is not known: it may have been carried out. Look the record up before writing again.
 */
export class OutcomeUnknownError extends VismaError {
  override readonly code = 'outcome-unknown';

  constructor(message: string, details: VismaErrorDetails) {
    super(`${message} It may have been carried out.`, details);
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'OutcomeUnknownError' {
    return 'OutcomeUnknownError';
  }
}
