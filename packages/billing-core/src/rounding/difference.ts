import { absolute, compare, exact, type Exact, percentOf, subtract } from '../decimal/exact.ts';

/** The largest difference that a line may have: `amount` in money, or `percent` of the line where that is more. */
export interface DifferenceBound {
  readonly amount: Exact;
  readonly percent: Exact;
}

/** Whether a printed amount is further from the exact one than the bound allows. Equal to the bound is allowed. */
export function exceedsBound(cents: bigint, exactAmount: Exact, bound: DifferenceBound): boolean {
  const difference = absolute(subtract(exact(cents, 100n), exactAmount));
  return compare(difference, bound.amount) > 0n && compare(difference, percentOf(absolute(exactAmount), bound.percent)) > 0n;
}
