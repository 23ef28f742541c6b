import type { Hits } from './hits.ts';

interface Parked {
  readonly point: string;
  readonly resume: () => void;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

/** Virtual time, shared by everything. */
export interface Time {
  now: number;
}

/**
 * One worker process: stands still at every point until the scheduler lets it go on. Killed, it never goes on; frozen, it
 * does so later, and meanwhile not even its timers run.
 */
export class Process {
  readonly name: string;
  frozenUntil: number | null = null;
  /** When its present lease at the latest is over, to know whether a thaw came after it. */
  frozenSince = 0;
  #parked: Parked[] = [];
  #timers: Timer[] = [];
  #order = 0;
  readonly #time: Time;
  readonly #hits: Hits;
  /** Grows with everything that happens in it. */
  events = 0;

  readonly #trace: (line: string) => void;

  constructor(name: string, time: Time, hits: Hits, trace: (line: string) => void) {
    this.name = name;
    this.#trace = trace;
    this.#time = time;
    this.#hits = hits;
  }

  /** Stands still here until the scheduler says so. */
  point(name: string, about = ''): Promise<void> {
    this.#trace(`${this.name} stands at ${name} ${about}`);
    this.events += 1;
    this.#hits.add(`at ${name}`);
    return new Promise((resume) => {
      this.#parked.push({ point: name, resume });
    });
  }

  /** Waits in virtual time. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.events += 1;
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const timer = { at: this.#time.now + ms, order: (this.#order += 1), fire: resolve };
      this.#timers.push(timer);
      signal?.addEventListener(
        'abort',
        () => {
          this.#timers = this.#timers.filter((each) => each !== timer);
          reject(signal.reason as Error);
        },
        { once: true },
      );
    });
  }

  /** Where it stands, if it stands at a point. */
  get standsAt(): string | null {
    return this.#parked[0]?.point ?? null;
  }

  /** When its next timer is due. */
  get nextTimer(): number | null {
    return this.#timers.length === 0 ? null : Math.min(...this.#timers.map((timer) => timer.at));
  }

  /** How many of its tasks stand at a point. */
  get standing(): number {
    return this.#parked.length;
  }

  /** Lets it go on from the oldest point, or from another one when several tasks stand. */
  resume(index = 0): void {
    this.#parked.splice(index, 1)[0]?.resume();
  }

  /** Fires the timers that are due. */
  fireTimers(): boolean {
    const due = this.#timers.filter((timer) => timer.at <= this.#time.now);
    this.#timers = this.#timers.filter((timer) => timer.at > this.#time.now);
    for (const timer of due.sort((left, right) => left.at - right.at || left.order - right.order)) timer.fire();
    return due.length > 0;
  }
}
