import { VismaError } from './visma-error.ts';

/** A read that the API, or a gateway before it, failed to answer. Reads may be repeated. */
export class ServerError extends VismaError {
  override readonly code = 'server';

  /** Literal, so that it survives minifying. */
  override get name(): 'ServerError' {
    return 'ServerError';
  }
}
