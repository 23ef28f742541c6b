/**
 * Something that a person has to put right, as a value. Problems are collected and shown all at once; nothing is
 * written while one of severity `error` concerns it.
 */
export interface Problem {
  /** Stable, for code: `article-unknown`, `customer-incomplete`, ... */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, with names and figures. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Where it is: the path of a setting (`articles.hours`) or the key of a record (`customer:17`). */
  readonly at: string;
}

/** A problem that stops what it concerns. */
export function error(code: string, at: string, message: string, remedy: string): Problem {
  return { code, severity: 'error', message, remedy, at };
}

/** A problem to look at, which stops nothing. */
export function warning(code: string, at: string, message: string, remedy: string): Problem {
  return { code, severity: 'warning', message, remedy, at };
}

/** Whether any of the problems stops the work. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}
