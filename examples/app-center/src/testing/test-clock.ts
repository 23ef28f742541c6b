import type { Clock } from '@x/timechimp-visma-connector';

/** A clock for whole runs: time moves by `advance`, and by short waits, which take no real time. */
export interface TestClock extends Clock {
  advance(ms: number): void;
  /** From now on waits of two seconds and more go on until the answered function is called; the pace of requests is none. */
  pause(): () => void;
}

/** Waits longer than this are timeouts and leases, which nothing here may need. */
const longest = 10_000;

/** Starts at `start`. */
export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  let paused = Promise.resolve();
  return {
    now: () => now,
    advance: (ms) => {
      now += Math.ceil(ms);
    },
    pause() {
      let release = (): void => undefined;
      paused = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        release();
      };
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      await (ms >= 2000 ? paused : Promise.resolve());
      signal?.throwIfAborted();
      if (ms > longest) throw new RangeError(`Nothing should wait ${String(ms)} ms here.`);
      now += Math.ceil(ms);
    },
  };
}
