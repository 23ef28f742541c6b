/**
 * Keeps one number per key: the time at which the reserved requests are worked off. A store for several processes keeps
 * it in a row or a key that it changes atomically, and goes by a clock of its own instead of `now`.
 */
export interface PaceStore {
  /**
   * Reserves one request and answers the milliseconds until it may start. Atomic: with `t` the kept time,
   * `t' = max(t, now) + intervalMs`, and the answer is `max(0, t' - intervalMs - toleranceMs - now)`. Where the clock was
   * set back, `t` goes back by as much.
   */
  reserve(key: string, intervalMs: number, toleranceMs: number, now: number): number | Promise<number>;
  /** Moves the kept time to `now + ms` unless it is later already. */
  pause(key: string, ms: number, now: number): void | Promise<void>;
}

/** Keeps the pace of one process, whose limiters go by one clock. */
export function memoryPaceStore(): PaceStore {
  const times = new Map<string, number>();
  let latest = -Infinity;
  let setBack = 0;
  /**
   * Time that never goes back. Kept times may lie as far ahead as requests wait, so none of them shows that the clock was
   * set back; the clock itself does. What went by unseen before that is lost: it is waited for again, never given twice.
   */
  const steady = (now: number): number => {
    setBack += Math.max(0, latest - now);
    latest = now;
    return now + setBack;
  };
  return {
    reserve(key, intervalMs, toleranceMs, now) {
      const time = steady(now);
      const start = Math.max(times.get(key) ?? time, time);
      times.set(key, start + intervalMs);
      return Math.max(0, start - toleranceMs - time);
    },
    pause(key, ms, now) {
      const until = steady(now) + ms;
      times.set(key, Math.max(times.get(key) ?? until, until));
    },
  };
}
