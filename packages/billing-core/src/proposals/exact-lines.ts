import { allocateCents } from '../decimal/allocate.ts';
import { sum } from '../decimal/exact.ts';
import { fitsDecimals, roundHalfAwayFromZero } from '../decimal/round.ts';
import { groupBy } from '../lists/group-by.ts';
import { asLumpSum, printedCents, type PrintedLine, toCents } from '../rounding/printed-line.ts';
import { countsPieces, type Draft } from './draft.ts';

/** Quantity x price where that is the amount and nothing is lost by it; hours and kilometres are always 1 x amount. */
function printAs({ bucket, quantity }: Draft, cents: bigint): PrintedLine {
  const { kind, priceDecimals } = bucket.first;
  const { price } = bucket.period;
  const lump = asLumpSum(cents);
  if (!countsPieces(kind)) return lump;
  if (!fitsDecimals(quantity, 2) || !fitsDecimals(price, priceDecimals)) return lump;
  const hundredths = roundHalfAwayFromZero(quantity, 2);
  return printedCents(hundredths, price) === cents ? { quantity: hundredths, price, cents, lumpSum: false } : lump;
}

/**
 * `exact`, for the lines of an invoice that are not printed yet: the exact amounts of all lines with the same VAT are
 * summed and rounded once; that total is given out over the lines by largest remainder, no line moving by a cent or
 * more. So the total does not depend on the grouping.
 */
export function printExactly(lines: readonly Draft[]): void {
  const open = lines.filter(({ printed }) => printed === undefined);
  for (const drafts of groupBy(open, ({ bucket }) => bucket.first.vat.key).values()) {
    const amounts = drafts.map(({ exactAmount }) => exactAmount);
    const cents = allocateCents(amounts, toCents(sum(amounts)));
    drafts.forEach((draft, index) => (draft.printed = printAs(draft, cents?.[index] ?? toCents(draft.exactAmount))));
  }
}
