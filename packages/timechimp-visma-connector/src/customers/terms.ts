import type { MasterTerms } from '../visma/master-data.ts';

/**
 * The terms of payment for a number of days: of type 0 (days after the invoice date), available for sales, with exactly
 * that number. Undefined when Visma has none. The first in Visma's order wins among equals.
 */
export function termsForDays(days: number, terms: readonly MasterTerms[]): MasterTerms | undefined {
  return terms.find((each) => each.type === 0 && each.availableForSales && each.days === days);
}
