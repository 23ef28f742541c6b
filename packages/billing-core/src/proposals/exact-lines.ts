import { allocateCents } from '../decimal/allocate.ts';
import { sum } from '../decimal/exact.ts';
import { fitsDecimals, roundHalfAwayFromZero } from '../decimal/round.ts';
import { groupBy } from '../lists/group-by.ts';
import { asLumpSum, printedCents, type PrintedLine, toCents } from '../rounding/printed-line.ts';
import { type Amounts, countsPieces, type Figures, figuresOf } from './amounts.ts';
import type { Bucket } from './bucket.ts';

/** A line that is admitted to its invoice. */
export interface Draft {
  readonly bucket: Bucket;
  readonly articleId: string;
  readonly amounts: Amounts;
  /** Open until the whole invoice is known where that decides (`exact`). */
  figures: Figures | undefined;
}

/** Quantity x price where that is the amount and nothing is lost by it; hours and kilometres are always 1 x amount. */
function printAs({ bucket, amounts: { quantity } }: Draft, cents: bigint): PrintedLine {
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
  const open = lines.filter(({ figures }) => figures === undefined);
  for (const drafts of groupBy(open, ({ bucket }) => bucket.first.vat.key).values()) {
    const exactAmounts = drafts.map(({ amounts }) => amounts.exactAmount);
    const cents = allocateCents(exactAmounts, toCents(sum(exactAmounts)));
    drafts.forEach((draft, index) => {
      const { exactAmount } = draft.amounts;
      draft.figures = figuresOf(printAs(draft, cents?.[index] ?? toCents(exactAmount)), exactAmount, draft.bucket.first.priceDecimals);
    });
  }
}
