import { VismaError } from './visma-error.ts';

/** The token is good but may not do this: a scope or a module is missing, or the company is not active. */
export class PermissionError extends VismaError {
  override readonly code = 'permission';

  /** Literal, so that it survives minifying. */
  override get name(): 'PermissionError' {
    return 'PermissionError';
  }
}
