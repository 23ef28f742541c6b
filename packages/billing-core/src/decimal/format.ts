import type { DecimalText } from '../model/primitives.ts';
import { type Exact, reduce } from './exact.ts';
import { roundHalfAwayFromZero } from './round.ts';

/** Units of the last decimal as text with exactly `decimals` decimals: 235n with 2 is `"2.35"`. Never `"-0.00"`. */
export function formatUnits(units: bigint, decimals: number): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = units < 0n ? '-' : '';
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** Cents as text. */
export function formatCents(cents: bigint): DecimalText {
  return formatUnits(cents, 2);
}

/** Rounds half away from zero to 6 decimals, for showing what is exact. */
export function formatExact(value: Exact): DecimalText {
  return formatUnits(roundHalfAwayFromZero(value, 6), 6);
}

/** With at least `least` and at most `most` decimals, half away from zero: 0.2350 with 2 and 4 is `"0.235"`. */
export function formatBetween(value: Exact, least: number, most: number): DecimalText {
  const text = formatUnits(roundHalfAwayFromZero(value, most), most);
  let end = text.length;
  while (most > least && text[end - 1] === '0' && text.length - end < most - least) end--;
  return least === 0 && text[end - 1] === '.' ? text.slice(0, end - 1) : text.slice(0, end);
}

/** One text per value, for keys: `19/2` for 9.5 and for 9.50. */
export function exactKey(value: Exact): string {
  const { units, per } = reduce(value);
  return `${units}/${per}`;
}
