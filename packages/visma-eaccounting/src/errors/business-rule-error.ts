import { VismaError } from './visma-error.ts';

/** A rule of the bookkeeping forbids it: a locked period, a missing fiscal year, a record that cannot be deleted. */
export class BusinessRuleError extends VismaError {
  override readonly code = 'business-rule';

  /** Literal, so that it survives minifying. */
  override get name(): 'BusinessRuleError' {
    return 'BusinessRuleError';
  }
}
