import type { TimeChimpError } from '../timechimp-error.ts';

/** Whether the same request may be sent again: a write only when it is certain that it was not taken. */
export function mayRetry(error: TimeChimpError, write: boolean): boolean {
  if (error.code === 'rate-limit') return true;
  if (error.code === 'network' && error.delivery === 'not-sent') return true;
  if (write) return false;
  return error.code === 'network' || error.code === 'timeout' || error.code === 'server';
}

/** Milliseconds before the next attempt: what the answer asked for, else doubled from half a second to 8 seconds with jitter. */
export function waitMs(error: TimeChimpError, attempt: number, random: number): number {
  if (error.retryAfterMs !== undefined) return error.retryAfterMs;
  if (error.code === 'rate-limit') return 10_000;
  const step = Math.min(8000, 500 * 2 ** (attempt - 1));
  return Math.round(step / 2 + (step / 2) * random);
}

/** The header `Retry-After` in milliseconds: seconds or a date. Undefined when it is neither. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (seconds >= 0) return Math.ceil(seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
