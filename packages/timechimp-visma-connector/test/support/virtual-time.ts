import type { Clock } from '../../src/ports/clock.ts';

/** A clock that many wait on at once: sleepers wake in the order of their time, each when nothing else is left to do. */
export interface VirtualTime extends Clock {
  /** Lets everything run until this settles, and answers it. Fails when nothing is left that could settle it. */
  until<T>(result: Promise<T>): Promise<T>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Starts at `start`. */
export function virtualTime(start: string): VirtualTime {
  let now = Date.parse(start);
  let sleepers: Sleeper[] = [];
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener(
          'abort',
          () => {
            sleepers = sleepers.filter((each) => each !== sleeper);
            reject(signal.reason as Error);
          },
          { once: true },
        );
      }),
    until: async (result) => {
      const state = { isOver: false };
      const watched = result.finally(() => (state.isOver = true));
      watched.catch(() => undefined);
      for (;;) {
        for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        if (state.isOver) return watched;
        const at = Math.min(...sleepers.map((each) => each.at));
        if (at === Infinity) throw new Error('Everything stands still.');
        now = Math.max(now, at);
        const due = sleepers.filter((each) => each.at <= now);
        sleepers = sleepers.filter((each) => each.at > now);
        for (const { wake } of due) wake();
      }
    },
  };
}
