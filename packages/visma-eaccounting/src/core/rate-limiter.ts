/** Paces requests. One limiter may serve many clients; with a shared store also many processes. */
export interface RateLimiter {
  /**
   * Resolves when a request under this key may start; rejects with the signal's reason when it aborts first. Where it may
   * start at once, nothing need be answered.
   */
  take(key: string, signal?: AbortSignal): Promise<void> | undefined;
  /** Told after a 429: nothing under this key may start for so many milliseconds. */
  refused?(key: string, waitMs: number): void | Promise<void>;
}
