import type { Clock } from '../core/clock.ts';
import { after } from '../core/timer.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { DeadlineError } from '../errors/deadline-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';

/**
 * The bounds of one attempt: the caller's signal, the total deadline and the time per attempt. Whatever the parts of
 * the attempt do, `run` settles when a bound is reached.
 */
export interface AttemptScope {
  /** Set when the request leaves: from then on a write may have been carried out. */
  sent: boolean;
  /** Aborts what the attempt has under way. */
  readonly signal: AbortSignal;
  /** Runs the attempt within its bounds. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** From now on so many milliseconds are left; undefined takes this bound away. */
  allow(ms?: number): void;
  /** Takes all bounds away. */
  readonly end: () => void;
}

/** Opens the bounds of an attempt. */
export function attemptScope(operation: string, write: boolean, clock: Clock, caller?: AbortSignal): AttemptScope {
  const controller = new AbortController();
  const { signal } = controller;
  let stop: (error: Error) => void;
  let cancelTimer = (): void => undefined;
  const aborted = (): void => {
    const delivery = scope.sent ? 'unknown' : 'not-sent';
    stop(new AbortedError(`${operation}: aborted by the caller.`, { delivery, operation }));
  };
  const scope: AttemptScope = {
    sent: false,
    signal,
    run: (work) =>
      new Promise((resolve, reject) => {
        stop = (error) => {
          reject(error);
          controller.abort(error);
        };
        caller?.addEventListener('abort', aborted);
        if (caller?.aborted) aborted();
        else work().then(resolve, reject);
      }),
    allow: (ms) => {
      cancelTimer();
      if (ms === undefined) return;
      cancelTimer = after(clock, ms, () => {
        if (!scope.sent) stop(lateError(operation));
        const ErrorClass = write ? OutcomeUnknownError : TimeoutError;
        stop(new ErrorClass(`${operation}: no complete answer in time.`, { delivery: 'unknown', operation }));
      });
    },
    end: () => {
      cancelTimer();
      caller?.removeEventListener('abort', aborted);
    },
  };
  return scope;
}

/** The error for a request that was not sent in time. */
export function lateError(operation: string): DeadlineError {
  return new DeadlineError(`${operation}: too late to be sent.`, { delivery: 'not-sent', operation });
}
