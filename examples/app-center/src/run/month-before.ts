/** First and last day of the month before a moment (milliseconds since 1970, in UTC). */
export function monthBefore(now: number): { readonly from: string; readonly to: string } {
  const date = new Date(now);
  const day = (month: number, of: number): string => new Date(Date.UTC(date.getUTCFullYear(), month, of)).toISOString().slice(0, 10);
  return { from: day(date.getUTCMonth() - 1, 1), to: day(date.getUTCMonth(), 0) };
}
