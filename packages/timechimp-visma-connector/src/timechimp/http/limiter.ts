import { createPacedLimiter, type RateLimiter } from '@x/visma-eaccounting';
import type { Clock } from '../../ports/clock.ts';

/**
 * Paces requests: a limiter as the Visma client has one, so one made by `createPacedLimiter` will do, also one that keeps
 * its pace in a store that several processes share.
 */
export type TimeChimpRateLimiter = RateLimiter;

/**
 * At most 98 requests in any minute and account: 1.5 a second on average, 8 at once after a pause. TimeChimp allows 100
 * a minute and company. Evenly spaced, because nobody can see when its minute begins.
 */
export function createTimeChimpLimiter(clock: Clock, perSecond = 1.5, burst = 8): TimeChimpRateLimiter {
  return createPacedLimiter({ clock, perSecond, burst });
}
