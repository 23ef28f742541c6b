/**
 * Milliseconds to wait, as an answer says: the header `Retry-After` in seconds or as a date, else the words "Try again
 * in N seconds". Undefined when it says nothing.
 */
export function retryAfterMs(header: string | null, message: string, now: number): number | undefined {
  if (header !== null && header.trim() !== '') {
    const seconds = Number(header);
    if (seconds >= 0) return Math.ceil(seconds * 1000);
    const date = Date.parse(header);
    if (!Number.isNaN(date)) return Math.max(0, date - now);
  }
  const words = /try again in (\d+(?:\.\d+)?) second/i.exec(message)?.[1];
  return words === undefined ? undefined : Math.ceil(Number(words) * 1000);
}
