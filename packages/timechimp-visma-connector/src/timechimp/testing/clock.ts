import type { Clock } from '../../ports/clock.ts';

/** A clock that only moves when told to, or by sleeping, which moves it at once. */
export interface ManualClock extends Clock {
  /** Moves the time forward. */
  advance(ms: number): void;
}

/** A clock for tests: starts at `start` (default 2026-04-01T08:00:00Z); sleeping advances it without waiting. */
export function manualClock(start: string | number = '2026-04-01T08:00:00Z'): ManualClock {
  let now = typeof start === 'number' ? start : Date.parse(start);
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      await Promise.resolve();
      signal?.throwIfAborted();
      now += ms;
    },
  };
}
