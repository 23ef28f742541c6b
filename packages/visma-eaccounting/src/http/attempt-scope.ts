import { AbortedError } from '../errors/aborted-error.ts';
import { DeadlineError } from '../errors/deadline-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { Operation } from './operation.ts';

/**
 * The bounds of one attempt: the caller's signal, the total deadline and the time per attempt. Whatever the parts of
 * the attempt do, `run` settles when a bound is reached.
 */
export interface AttemptScope {
  readonly operation: Operation;
  /** Aborts what the attempt has under way. */
  readonly signal: AbortSignal;
  /** True when the request has left: from then on a write may have been carried out. */
  sent: boolean;
  /** Status of the answer, where there is one. */
  status: number | undefined;
  /**
   * From now on so many milliseconds are left. `Infinity` leaves the pace to the reader of a stream: only the caller's
   * signal bounds the attempt then, until `end`.
   */
  allow(ms: number): void;
  /** Runs the attempt within its bounds. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Takes all bounds away, with `settled` only unless a stream is still read. */
  end(settled?: boolean): void;
}

/**
 * Opens the bounds of an attempt. Its timer is the machine's own: a clock that tests wind forward shortens waits, it
 * must not let requests expire.
 */
export function attemptScope(operation: Operation, timeoutMs: number, caller: AbortSignal | undefined): AttemptScope {
  const { name, write } = operation;
  const controller = new AbortController();
  let stop: (error: Error) => void;
  let endsAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const aborted = (): void => {
    const delivery = scope.sent ? 'unknown' : 'not-sent';
    stop(new AbortedError(`${name}: aborted by the caller.`, { delivery, operation: name }));
  };
  // One timer serves all bounds: when it rings too early, because the request left late, it is set again.
  const watch = (): void => {
    const left = endsAt - Date.now();
    if (left > 0) {
      timer = left < Infinity ? setTimeout(watch, Math.min(left, timeoutMs, 1e9)) : undefined;
      return;
    }
    if (!scope.sent) stop(lateError(name));
    const ErrorClass = write ? OutcomeUnknownError : TimeoutError;
    stop(new ErrorClass(`${name}: no answer in time.`, { delivery: 'unknown', operation: name }));
  };
  const scope: AttemptScope = {
    operation,
    signal: controller.signal,
    sent: false,
    status: undefined,
    allow: (ms) => {
      endsAt = Date.now() + ms;
      // A timer left over would keep the process alive.
      if (ms === Infinity) clearTimeout(timer);
      if (timer === undefined) watch();
    },
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
    end: (settled) => {
      if (settled && endsAt === Infinity) return;
      clearTimeout(timer);
      caller?.removeEventListener('abort', aborted);
    },
  };
  return scope;
}

/** The error for a request that was not sent in time. */
export function lateError(operation: string): DeadlineError {
  return new DeadlineError(`${operation}: too late to be sent.`, { delivery: 'not-sent', operation });
}
