import type { InvalidField } from './invalid-input-error.ts';
import { VismaError, type VismaErrorDetails } from './visma-error.ts';

/** A 2xx answer to a read that is not what the API documents: no JSON, too large, or fields of another type. */
export class ApiDriftError extends VismaError {
  override readonly code = 'api-drift';
  /** Where the answer differs. Values of the answer are never quoted. */
  readonly differences: readonly InvalidField[];

  constructor(message: string, details: VismaErrorDetails & { readonly differences?: readonly InvalidField[] }) {
    super(message, details);
    this.differences = details.differences ?? [];
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'ApiDriftError' {
    return 'ApiDriftError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), differences: this.differences };
  }
}
