import type { VismaClientOptions } from '../client-options.ts';
import { systemClock, type Clock } from '../core/clock.ts';
import { createPacedLimiter } from '../core/paced-limiter.ts';
import type { RateLimiter } from '../core/rate-limiter.ts';
import { decimal, pattern } from '../schemas/leaves.ts';
import { Model } from '../schemas/model.ts';
import { refuse } from '../schemas/problems.ts';

/** The API for real companies. */
export const productionUrl = 'https://eaccountingapi.vismaonline.com/v2';

/** Options with their defaults filled in. */
export interface Settings extends VismaClientOptions {
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly maxAnswerBytes: number;
  readonly clock: Clock;
  readonly limiter: RateLimiter | false;
}

const limits = /* @__PURE__ */ new Model(() => ({
  // A query would swallow the paths of the resources.
  baseUrl: pattern('^https?://[^?#]+$'),
  timeoutMs: decimal(99, 0),
  deadlineMs: decimal(99, 0),
  maxRetries: decimal(99, 0),
  maxAnswerBytes: decimal(99, 0),
}));

/** Checks the options and fills in the defaults. */
export function settingsOf(options: VismaClientOptions): Settings {
  const {
    baseUrl = productionUrl,
    timeoutMs = 30_000,
    deadlineMs = 180_000,
    maxRetries = 3,
    maxAnswerBytes = 8_388_608,
    clock = systemClock,
    rateLimiter: limiter = createPacedLimiter({ clock }),
  } = options;
  const bounded = { baseUrl, timeoutMs, deadlineMs, maxRetries, maxAnswerBytes };
  refuse(limits.schema('input'), bounded);
  return { ...options, ...bounded, baseUrl: baseUrl.replace(/\/+$/, ''), clock, limiter };
}
