/** Paces requests. One limiter may serve many clients; with a shared store also many processes. */
export interface RateLimiter {
  /** Resolves when a request under this key may start; rejects with the signal's reason when it aborts first. */
  take(key: string, signal?: AbortSignal): Promise<void>;
  /** Told after a 429: nothing under this key may start for so many milliseconds. */
  refused?(key: string, waitMs: number): void | Promise<void>;
}
