/**
 * Keeps one number per key: the time at which the reserved requests are worked off. A store for several processes keeps
 * it in a row or a key that it changes atomically, and may use its own clock instead of `now`.
 */
export interface PaceStore {
  /**
   * Reserves one request and answers the milliseconds until it may start. Atomic: with `t` the kept time,
   * `t' = max(t, now) + intervalMs`, and the answer is `max(0, t' - intervalMs - toleranceMs - now)`.
   */
  reserve(key: string, intervalMs: number, toleranceMs: number, now: number): number | Promise<number>;
  /** Moves the kept time to `until` (epoch milliseconds) unless it is later already. */
  pause(key: string, until: number): void | Promise<void>;
}

/** Keeps the pace of one process. */
export function memoryPaceStore(): PaceStore {
  const times = new Map<string, number>();
  return {
    reserve(key, intervalMs, toleranceMs, now) {
      const start = Math.max(times.get(key) ?? now, now);
      times.set(key, start + intervalMs);
      return Math.max(0, start - toleranceMs - now);
    },
    pause(key, until) {
      times.set(key, Math.max(times.get(key) ?? until, until));
    },
  };
}
