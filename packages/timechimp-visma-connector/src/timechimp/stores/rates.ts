import type { DecimalText, Rate, SourceVatRate } from '@x/billing-core';
import type { ResolvedOptions } from '../options.ts';
import { decimalText } from '../values/decimal-text.ts';

/** A number as decimal text; undefined when there is none. */
export function decimalOf(value: number | null | undefined, options: ResolvedOptions): DecimalText | undefined {
  return value === null || value === undefined ? undefined : decimalText(value, options.numbers);
}

/** A rate per hour or kilometre, or for an activity; a rate of 0 as the option `zeroRates` says. */
export function rateOf(value: number | null | undefined, options: ResolvedOptions): (Rate & DecimalText) | undefined {
  return value === 0 && options.zeroRates === 'absent' ? undefined : decimalOf(value, options);
}

/**
 * A VAT rate with its percentage: from the answer, else from the option `vatPercentages`. One that has neither is still a
 * rate, not none: whoever reads it looks its id up, or refuses it.
 */
export function vatRateOf(
  rate: { readonly id?: number | null | undefined; readonly percentage?: number | null | undefined } | null | undefined,
  options: ResolvedOptions,
): SourceVatRate | undefined {
  if (rate === null || rate === undefined) return undefined;
  const id = rate.id === null || rate.id === undefined ? undefined : String(rate.id);
  const percentage = decimalOf(rate.percentage, options) ?? (id === undefined ? undefined : options.vatPercentages[id]);
  return { ...(id !== undefined && { id }), ...(percentage !== undefined && { percentage }) };
}
