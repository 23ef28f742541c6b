import type { VismaClientOptions } from '../client-options.ts';
import { systemClock, type Clock } from '../core/clock.ts';
import { createPacedLimiter } from '../core/paced-limiter.ts';
import type { RateLimiter } from '../core/rate-limiter.ts';
import { InvalidInputError } from '../errors/invalid-input-error.ts';

/** The API for real companies. */
export const productionUrl = 'https://eaccountingapi.vismaonline.com/v2';

/** Options with their defaults filled in. */
export interface Settings {
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly maxAnswerBytes: number;
  readonly clock: Clock;
  readonly limiter: RateLimiter | undefined;
}

function atLeast(least: number, name: string, value: number): number {
  if (value >= least) return value;
  throw new InvalidInputError([{ path: name, message: `must be at least ${least}` }]);
}

function checkedUrl(text: string): string {
  if (!/^https?:\/\/[^/?#]+(\/[^?#]*)?$/.test(text)) {
    throw new InvalidInputError([{ path: 'baseUrl', message: 'must be an http or https address without a query' }]);
  }
  return text.replace(/\/+$/, '');
}

/** Checks the options and fills in the defaults. */
export function settingsOf(options: VismaClientOptions): Settings {
  const clock = options.clock ?? systemClock;
  return {
    baseUrl: checkedUrl(options.baseUrl ?? productionUrl),
    timeoutMs: atLeast(1, 'timeoutMs', options.timeoutMs ?? 30_000),
    deadlineMs: atLeast(1, 'deadlineMs', options.deadlineMs ?? 180_000),
    maxRetries: atLeast(0, 'maxRetries', options.maxRetries ?? 3),
    maxAnswerBytes: atLeast(1, 'maxAnswerBytes', options.maxAnswerBytes ?? 8_388_608),
    clock,
    limiter: options.rateLimiter === false ? undefined : (options.rateLimiter ?? createPacedLimiter({ clock })),
  };
}
