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
  let latest = 0;
  let time = 0;
  /**
   * The kept time, or `ms` from now where that is later. Time never goes back here. Kept times may lie as far ahead as
   * requests wait, so none of them shows that the clock was set back; the clock itself does. What went by unseen before
   * that is lost: it is waited for again, never given twice.
   */
  const later = (key: string, ms: number, now: number): number => {
    time += Math.max(0, now - latest);
    latest = now;
    return Math.max(times.get(key) ?? 0, time + ms);
  };
  return {
    reserve(key, intervalMs, toleranceMs, now) {
      const start = later(key, 0, now);
      times.set(key, start + intervalMs);
      return Math.max(0, start - toleranceMs - time);
    },
    pause(key, ms, now) {
      times.set(key, later(key, ms, now));
    },
  };
}
