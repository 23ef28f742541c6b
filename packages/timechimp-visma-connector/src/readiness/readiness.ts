import { hasErrors, type Problem } from '../use-cases/problem.ts';

/** Whether a part can do its work now: what an orchestrator asks before it sends traffic, and an operator reads. */
export interface Readiness {
  /** False when one of the problems is an error. */
  readonly ready: boolean;
  readonly problems: readonly Problem[];
}

/** The readiness that follows from these problems. */
export function readinessOf(problems: readonly Problem[]): Readiness {
  return { ready: !hasErrors(problems), problems };
}
