import type { Clock } from '../../ports/clock.ts';

/**
 * Paces requests. The paced limiter of the Visma client has the same shape and can be passed in its place, also one that
 * keeps its pace in a store that several processes share.
 */
export interface TimeChimpRateLimiter {
  /** Resolves when a request under this key may start; rejects with the signal's reason when it aborts first. */
  take(key: string, signal?: AbortSignal): Promise<void>;
  /** Told after a 429: nothing under this key may start for so many milliseconds. */
  refused?(key: string, waitMs: number): void | Promise<void>;
}

/**
 * At most 98 requests in any minute and account: 1.5 a second on average, 8 at once after a pause. TimeChimp allows 100
 * a minute and company. Evenly spaced (GCRA), because nobody can see when its minute begins.
 */
export function createTimeChimpLimiter(clock: Clock, perSecond = 1.5, burst = 8): TimeChimpRateLimiter {
  if (!(perSecond > 0) || !(burst >= 1)) throw new RangeError('perSecond must be positive and burst at least 1.');
  const interval = 1000 / perSecond;
  const tolerance = (burst - 1) * interval;
  const dueAt = new Map<string, number>();
  return {
    async take(key, signal) {
      const now = clock.now();
      const start = Math.max(dueAt.get(key) ?? now, now);
      dueAt.set(key, start + interval);
      const wait = Math.ceil(start - tolerance - now);
      if (wait > 0) await clock.sleep(wait, signal);
    },
    refused(key, waitMs) {
      const until = clock.now() + waitMs + tolerance;
      dueAt.set(key, Math.max(dueAt.get(key) ?? until, until));
    },
  };
}
