import { VismaError } from './visma-error.ts';

/** No usable connection. `delivery` tells whether the request can have reached the API. */
export class NetworkError extends VismaError {
  override readonly code = 'network';

  /** Literal, so that it survives minifying. */
  override get name(): 'NetworkError' {
    return 'NetworkError';
  }
}
