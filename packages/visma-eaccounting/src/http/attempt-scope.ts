import type { Clock } from '../core/clock.ts';
import { after } from '../core/timer.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { DeadlineError } from '../errors/deadline-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { VismaError } from '../errors/visma-error.ts';

/** What an attempt is about. */
export interface AttemptInfo {
  readonly operation: string;
  readonly write: boolean;
}

/**
 * The bounds of one attempt: the caller's signal, the total deadline and the time per attempt. Whatever the parts of
 * the attempt do, `run` settles when a bound is reached.
 */
export class AttemptScope {
  /** Set when the request leaves: from then on a write may have been carried out. */
  sent = false;
  readonly #info: AttemptInfo;
  readonly #clock: Clock;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #stopped: Promise<never>;
  #stop: (error: VismaError) => void = () => undefined;
  #cancelTimer: () => void = () => undefined;

  constructor(info: AttemptInfo, clock: Clock, caller: AbortSignal | undefined) {
    this.#info = info;
    this.#clock = clock;
    this.#caller = caller;
    this.#stopped = new Promise((_, reject) => {
      this.#stop = (error) => {
        reject(error);
        this.#controller.abort(error);
      };
    });
    // Settled by race() in run(); quiet when the attempt ends first.
    this.#stopped.catch(() => undefined);
    caller?.addEventListener('abort', this.#aborted, { once: true });
  }

  /** Aborts what the attempt has under way. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Runs the attempt within its bounds. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#caller?.aborted) throw this.#error('aborted');
    return Promise.race([work(), this.#stopped]);
  }

  /** From now on so many milliseconds are left. */
  allow(ms: number, bound: 'deadline' | 'timeout'): void {
    this.#cancelTimer();
    this.#cancelTimer = after(this.#clock, ms, () => {
      this.#stop(this.#error(bound));
    });
  }

  /** No more bound by time; the caller's signal stays connected until `end`. */
  untimed(): void {
    this.#cancelTimer();
  }

  /** Takes the bounds away. */
  end(): void {
    this.#cancelTimer();
    this.#caller?.removeEventListener('abort', this.#aborted);
  }

  readonly #aborted = (): void => {
    this.#stop(this.#error('aborted'));
  };

  #error(bound: 'aborted' | 'deadline' | 'timeout'): VismaError {
    const { operation, write } = this.#info;
    const details = { delivery: this.sent ? 'unknown' : 'not-sent', operation } as const;
    if (bound === 'aborted') return new AbortedError(`${operation}: aborted by the caller.`, details);
    if (!this.sent) return new DeadlineError(`${operation}: the deadline passed before it was sent.`, details);
    const what = `${operation}: no complete answer in time`;
    if (write) return new OutcomeUnknownError(`${what}. Whether it was carried out is not known.`, details);
    return new TimeoutError(`${what}.`, details);
  }
}
