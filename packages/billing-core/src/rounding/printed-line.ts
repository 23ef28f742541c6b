import { exact, type Exact, multiply } from '../decimal/exact.ts';
import { fitsDecimals, roundHalfAwayFromZero } from '../decimal/round.ts';

/** A line as it is printed. */
export interface PrintedLine {
  /** Hundredths. */
  readonly quantity: bigint;
  readonly price: Exact;
  readonly cents: bigint;
  readonly lumpSum: boolean;
}

/** Rounds to cents, half away from zero. */
export function toCents(value: Exact): bigint {
  return roundHalfAwayFromZero(value, 2);
}

/** quantity x price in cents, as Visma and the customer compute it: quantity in hundredths, half away from zero. */
export function printedCents(quantity: bigint, price: Exact): bigint {
  return toCents(multiply(exact(quantity, 100n), price));
}

/** 1 x amount. */
export function asLumpSum(cents: bigint): PrintedLine {
  return { quantity: 100n, price: exact(cents, 100n), cents, lumpSum: true };
}

/** Hours and kilometres are rounded to 2 decimals; pieces are not: 1/3 of a piece is printed as 1 x its amount. */
export interface Counting {
  readonly price: Exact;
  /** Decimals that a unit price may have. */
  readonly decimals: number;
  readonly roundsQuantity: boolean;
}

function printable(quantity: Exact, { price, decimals, roundsQuantity }: Counting): boolean {
  return fitsDecimals(price, decimals) && (roundsQuantity || fitsDecimals(quantity, 2));
}

/**
 * `perLine`: the exact quantities are summed, the sum is rounded to 2 decimals and multiplied by the price.
 * 0:20 at 95.00 is 0.33 x 95.00 = 31.35; 2 x 15 minutes and 1 x 30 minutes are both 0.50 x 95.00 = 47.50.
 * A price with too many decimals is printed as 1 x the exact amount: 100 km at 0.235 is 23.50.
 */
export function perLine(total: Exact, counting: Counting): PrintedLine {
  const { price } = counting;
  if (!printable(total, counting)) return asLumpSum(toCents(multiply(total, price)));
  const quantity = roundHalfAwayFromZero(total, 2);
  return { quantity, price, cents: printedCents(quantity, price), lumpSum: false };
}

/**
 * `perEntry`: each entry is rounded as `perLine` rounds a line, and the line is their sum, so that grouping never
 * changes the total. 2 x 0:20 at 95.00 is 0.66 x 95.00 = 62.70. Where the summed quantity times the price is not the
 * sum of the entries, the line is printed as 1 x that sum.
 */
export function perEntry(quantities: readonly Exact[], counting: Counting): PrintedLine {
  const { price } = counting;
  const lines = quantities.map((one) => perLine(one, counting));
  const cents = lines.reduce((all, line) => all + line.cents, 0n);
  const quantity = lines.reduce((all, line) => all + line.quantity, 0n);
  return lines.every(({ lumpSum }) => !lumpSum) && printedCents(quantity, price) === cents
    ? { quantity, price, cents, lumpSum: false }
    : asLumpSum(cents);
}
