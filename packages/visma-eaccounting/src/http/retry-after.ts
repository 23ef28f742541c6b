/**
 * Milliseconds to wait, as an answer says: the header `Retry-After` in seconds or as a date, else the words "Try again
 * in N seconds". Undefined when it says nothing.
 */
export function retryAfterMs(header: string | null, message: string, now: number): number | undefined {
  const told = header?.trim() || /try again in (\d+) second/i.exec(message)?.[1];
  if (!told) return undefined;
  const wait = /^[\d.]+$/.test(told) ? Number(told) * 1000 : Date.parse(told) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
