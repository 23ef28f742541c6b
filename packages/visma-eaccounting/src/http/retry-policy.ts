import { NetworkError } from '../errors/network-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { ServerError } from '../errors/server-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { VismaError } from '../errors/visma-error.ts';
import { BodyError } from './read-body.ts';

/**
 * Whether the same request may be sent again. A write only when it is certain that the API did not take it: it was not
 * sent, or the rate limit refused it. A read also after anything that may be different next time.
 */
export function mayRetry(error: VismaError, write: boolean): boolean {
  if (error instanceof RateLimitError) return true;
  if (error instanceof NetworkError) return !write || error.delivery === 'not-sent';
  if (write || error instanceof TimeoutError) return !write;
  if (error instanceof ServerError) return error.status === 408 || (error.status ?? 0) >= 500;
  return error.cause instanceof BodyError && error.cause.again;
}

/** Milliseconds before the next attempt: doubled each time from half a second to 8 seconds, the upper half by chance. */
export function backoffMs(attempt: number, random: number): number {
  const step = Math.min(8000, 500 * 2 ** (attempt - 1));
  return Math.round((step / 2) * (1 + random));
}
