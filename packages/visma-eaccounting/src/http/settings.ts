import * as z from 'zod';
import type { VismaClientOptions } from '../client-options.ts';
import { systemClock, type Clock } from '../core/clock.ts';
import { createPacedLimiter } from '../core/paced-limiter.ts';
import type { RateLimiter } from '../core/rate-limiter.ts';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { once } from '../schemas/once.ts';
import { problemsOf } from '../schemas/problems.ts';

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

const limits = /* @__PURE__ */ once(() =>
  z.object({
    // A query would swallow the paths of the resources.
    baseUrl: z.string().regex(/^https?:\/\/[^?#]+$/).default(productionUrl),
    timeoutMs: z.number().min(0).default(30_000),
    deadlineMs: z.number().min(0).default(180_000),
    maxRetries: z.number().min(0).default(3),
    maxAnswerBytes: z.number().min(0).default(8_388_608),
  }),
);

/** Checks the options and fills in the defaults. */
export function settingsOf(options: VismaClientOptions): Settings {
  const problems = problemsOf(limits(), options);
  if (problems.length > 0) throw new InvalidInputError(problems);
  const { clock = systemClock, rateLimiter = createPacedLimiter({ clock }) } = options;
  const filled = limits().parse(options);
  return { ...options, ...filled, baseUrl: filled.baseUrl.replace(/\/+$/, ''), clock, limiter: rateLimiter };
}
