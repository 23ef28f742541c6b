import type { Clock } from '@x/timechimp-visma-connector';

/** A clock for whole runs: time moves by `advance`, and by short waits, which take no real time. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Waits longer than this are timeouts and leases, which nothing here may need. */
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
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      signal?.throwIfAborted();
      if (ms > longest) throw new RangeError(`Nothing should wait ${String(ms)} ms here.`);
      now += ms;
    },
  };
}
