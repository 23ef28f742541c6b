import { systemClock, type Clock } from './clock.ts';
import { memoryPaceStore, type PaceStore } from './pace-store.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Settings of a paced limiter. The defaults stay below 600 a minute in any minute: 9.5 x 60 + 10 = 580. */
export interface PacedLimiterOptions {
  /** Requests per second and key, on average. @defaultValue 9.5 */
  readonly perSecond?: number | undefined;
  /** Requests that may start at once after a pause. @defaultValue 10 */
  readonly burst?: number | undefined;
  /** Where the pace is kept. Give several processes one store to pace them together. @defaultValue memory */
  readonly store?: PaceStore | undefined;
  /** Paced apart from other scopes of the same store, such as a client id or a company. */
  readonly scope?: string | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Spaces requests evenly instead of spending a quota and waiting for the next window (GCRA). The API counts 600 a
 * minute per client and endpoint, in windows that nobody can see; evenly spaced requests fit into any of them.
 */
export function createPacedLimiter(options: PacedLimiterOptions = {}): RateLimiter {
  const { perSecond = 9.5, burst = 10, store = memoryPaceStore(), scope = '', clock = systemClock } = options;
  if (!(perSecond > 0 && burst >= 1)) throw new RangeError('perSecond or burst');
  const intervalMs = 1000 / perSecond;
  return {
    take(key, signal) {
      const wait = store.reserve(scope + key, intervalMs, (burst - 1) * intervalMs, clock.now());
      const pause = (ms: number): Promise<void> | undefined => (ms > 0 ? clock.sleep(ms, signal) : undefined);
      return typeof wait === 'number' ? pause(wait) : wait.then(pause);
    },
    refused: (key, waitMs) => store.pause(scope + key, waitMs + burst * intervalMs, clock.now()),
  };
}
