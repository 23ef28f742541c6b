import type { FakeState } from './state.ts';
import { Refusal } from './wire.ts';

/** Counts requests of the company in windows of a minute; the first window begins somewhere, as in life. */
export class RateWindow {
  #window = -1;
  #count = 0;
  /** How many requests were refused. */
  refused = 0;

  /** Counts one request; throws a 429 when it is too many. */
  count(state: FakeState): void {
    const { rateLimit } = state.behaviour;
    if (rateLimit === false) return;
    const { limit = 100, windowMs = 60_000, retryAfter = true } = rateLimit;
    const offset = Math.floor(windowMs / 3);
    const now = state.clock.now() + offset;
    const window = Math.floor(now / windowMs);
    if (window !== this.#window) this.#count = 0;
    this.#window = window;
    this.#count += 1;
    if (this.#count <= limit) return;
    this.refused += 1;
    const seconds = Math.ceil(((window + 1) * windowMs - now) / 1000);
    throw new Refusal(429, 'Too many requests', retryAfter ? { 'retry-after': String(seconds) } : {});
  }
}
