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
    baseUrl: z.string().regex(/^https?:\/\/[^/?#]+[^?#]*$/),
    timeoutMs: z.number().min(0),
    deadlineMs: z.number().min(0),
    maxRetries: z.number().min(0),
    maxAnswerBytes: z.number().min(0),
  }),
);

/** Checks the options and fills in the defaults. */
export function settingsOf(options: VismaClientOptions): Settings {
  const { clock = systemClock, rateLimiter } = options;
  const settings = {
    baseUrl: productionUrl,
    timeoutMs: 30_000,
    deadlineMs: 180_000,
    maxRetries: 3,
    maxAnswerBytes: 8_388_608,
    ...(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as VismaClientOptions),
    clock,
    limiter: rateLimiter ?? createPacedLimiter({ clock }),
  } as Settings;
  const problems = problemsOf(limits(), settings);
  if (problems.length > 0) throw new InvalidInputError(problems);
  return { ...settings, baseUrl: settings.baseUrl.replace(/\/+$/, '') };
}
