import { hash32 } from '../random.ts';
import type { World } from '../state/world.ts';
import { ApiRefusal, errorCodes } from '../wire/refusal.ts';

/** Counts requests in fixed windows. Each key's windows start at an offset of its own, drawn from the seed. */
export class RateWindows {
  readonly #counts = new Map<string, { window: number; count: number }>();

  /** Counts one request; throws the 429 when its window is full. */
  count(world: World, key: string): void {
    const limits = world.options.rateLimit;
    if (limits === false) return;
    const offset = hash32(`${world.options.seed}/rate/${key}`) % limits.windowMs;
    const now = world.clock.now();
    const window = Math.floor((now - offset) / limits.windowMs);
    const entry = this.#counts.get(key);
    const count = entry?.window === window ? entry.count : 0;
    if (count < limits.limit) {
      this.#counts.set(key, { window, count: count + 1 });
      return;
    }
    const seconds = Math.max(1, Math.ceil(((window + 1) * limits.windowMs + offset - now) / 1000));
    throw tooManyRequests(limits.limit, seconds, limits.retryAfter);
  }
}

/** 429 with error code 4010; the message says the seconds, the header only when asked for. */
export function tooManyRequests(limit: number, seconds: number, retryAfter: boolean): ApiRefusal {
  return new ApiRefusal(
    429,
    errorCodes.rateLimit,
    `API calls quota exceeded! maximum admitted ${limit} per Minute. Try again in ${seconds} seconds.`,
    retryAfter ? { headers: { 'retry-after': String(seconds) } } : {},
  );
}
