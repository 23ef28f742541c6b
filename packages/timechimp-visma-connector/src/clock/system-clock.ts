import type { Clock } from '../ports/clock.ts';

/** The machine's own clock. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const fail = (): void => {
          clearTimeout(timer);
          reject(signal?.reason as Error);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', fail);
          resolve();
        }, ms);
        if (signal?.aborted === true) fail();
        else signal?.addEventListener('abort', fail, { once: true });
      }),
  };
}
