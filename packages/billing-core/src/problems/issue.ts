import type { Problem, ProblemCode } from '../model/problem.ts';

/** A problem before its sources are known. */
export type Issue = Omit<Problem, 'sources'>;

/** Takes what is wrong; how it is collected is the caller's. */
export type Report = (issue: Issue) => void;

/** Something that keeps its sources out of the result. */
export function error(code: ProblemCode, message: string, details: Readonly<Record<string, string>> = {}): Issue {
  return { code, severity: 'error', message, details };
}

/** Something worth knowing that stops nothing. */
export function warning(...issue: Parameters<typeof error>): Issue {
  return { ...error(...issue), severity: 'warning' };
}
