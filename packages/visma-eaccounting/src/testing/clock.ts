/** The time of the fake and the way it waits; both injectable, so that a simulation needs no real time. */
export interface FakeClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Real time. */
export function systemClock(): FakeClock {
  return {
    now: () => Date.now(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(reasonOf(signal));
          return;
        }
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        }, ms);
        const onAbort = (): void => {
          clearTimeout(timer);
          reject(reasonOf(signal));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
      }),
  };
}

/** A clock that only moves when told to: `advance`, or by sleeping, which moves it at once. */
export interface ManualClock extends FakeClock {
  /** Moves the time forward. */
  advance(ms: number): void;
}

/** A clock for tests: starts at `start` (default 2026-04-01T08:00:00Z); sleeping advances it without waiting. */
export function manualClock(start: string | number = '2026-04-01T08:00:00Z'): ManualClock {
  let now = typeof start === 'number' ? start : Date.parse(start);
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      await Promise.resolve();
      signal?.throwIfAborted();
      now += ms;
    },
  };
}

/** The error with which an aborted call rejects. */
export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('This operation was aborted', 'AbortError');
}
