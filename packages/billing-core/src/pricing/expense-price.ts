import { add, divide, type Exact, exact, multiply } from '../decimal/exact.ts';

/** 1 + percent / 100. */
function factor(percent: Exact): Exact {
  return add(exact(1n), exact(percent.units, percent.per * 100n));
}

/**
 * The price per piece that an expense is charged on at, without VAT, exactly: the rate, less the VAT in it, plus the
 * markup. 12.10 with 21 % in it is 10.00; with a markup of 10 % it is 11.00. Percentages: 21 means 21 %, 0 is none.
 */
export function expensePrice(rate: Exact, vatIncluded: Exact, markup: Exact): Exact {
  return multiply(divide(rate, factor(vatIncluded)), factor(markup));
}
