import { exact, multiply } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import { roundHalfAwayFromZero } from '../decimal/round.ts';
import type { DecimalText } from '../model/primitives.ts';

/**
 * Hours as a source system's API gives them, as whole minutes (half away from zero): `"0.33"` and `"0.333333"` are 20.
 * `whole` is false when the hours were not a whole number of minutes to begin with, so that a caller can show it.
 * `undefined` when the text is no decimal or the minutes are not a safe integer.
 */
export function minutesFromHours(hours: DecimalText): { readonly minutes: number; readonly whole: boolean } | undefined {
  const value = parseDecimal(hours);
  if (value === undefined) return undefined;
  const scaled = multiply(value, exact(60n));
  const minutes = Number(roundHalfAwayFromZero(scaled, 0));
  return Number.isSafeInteger(minutes) ? { minutes, whole: scaled.units % scaled.per === 0n } : undefined;
}
