import type { Clock } from '../../src/ports/clock.ts';

/** A clock for whole runs: time moves by `advance` and by short waits, which take no real time. */
export interface TestClock extends Clock {
  /** Moves the time forward, in milliseconds. */
  advance(ms: number): void;
}

/** Waits longer than this are timeouts and leases: they stay pending, since nothing hangs in these tests. */
const longest = 10_000;

/** Starts at `start`. */
export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (ms <= longest) {
        await Promise.resolve();
        now += ms;
        return;
      }
      await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    },
  };
}
