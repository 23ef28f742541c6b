import { VismaError } from './visma-error.ts';

/** A write whose effect is not known: it may have been carried out. Look the record up before writing again. */
export class OutcomeUnknownError extends VismaError {
  override readonly code = 'outcome-unknown';

  /** Literal, so that it survives minifying. */
  override get name(): 'OutcomeUnknownError' {
    return 'OutcomeUnknownError';
  }
}
