import { exactKey } from '../decimal/format.ts';
import { parseDecimal } from '../decimal/parse.ts';
import { fitsDecimals } from '../decimal/round.ts';
import type { Invoice } from '../model/invoice.ts';
import type { DecimalText } from '../model/primitives.ts';
import type { SalesEntryPolicy } from '../model/sales-entry.ts';
import { error, type Report } from '../problems/issue.ts';
import { toCents } from '../rounding/printed-line.ts';
import type { PrintedTotals } from './share-figures.ts';

/** Visma takes amounts up to 99,999,999.99. */
const MAX_CENTS = 9_999_999_999n;

/**
 * The printed totals with the sign of an ordinary invoice: those of a credit invoice are turned when the source prints
 * them negative. An ordinary invoice below zero, and a credit invoice with the other sign than the source's, are refused.
 */
export function printedTotals(invoice: Invoice, policy: SalesEntryPolicy, report: Report): PrintedTotals | undefined {
  const { credit, vatPerRate, payableRounding = '0' } = invoice;
  const sign = credit && policy.sourceCreditSign === 'negative' ? -1n : 1n;
  const cents = (field: keyof Invoice, text: DecimalText): bigint | undefined => {
    const value = parseDecimal(text);
    if (value && fitsDecimals(value, 2)) return sign * toCents(value);
    report(error('malformed', `The ${field} "${text}" of the invoice is not an amount of whole cents.`, { field }));
    return undefined;
  };
  const total = cents('total', invoice.total);
  const net = cents('totalExTax', invoice.totalExTax);
  const rounding = cents('payableRounding', payableRounding);
  const perRate = new Map<string, bigint>();
  for (const { taxPercent, amount } of vatPerRate ?? []) {
    const percentage = parseDecimal(taxPercent);
    const vat = cents('vatPerRate', amount) ?? 0n;
    if (percentage === undefined) report(error('malformed', `"${taxPercent}" is not a VAT percentage.`));
    else perRate.set(exactKey(percentage), (perRate.get(exactKey(percentage)) ?? 0n) + vat);
  }
  if (total === undefined || net === undefined || rounding === undefined) return undefined;
  if (total < 0n) {
    report(
      credit
        ? error('credit-sign', `The total ${invoice.total} of a credit invoice does not have the sign that the source is set to (${policy.sourceCreditSign}).`)
        : error('negative-total', `The total ${invoice.total} is below zero, but this is not a credit invoice.`),
    );
  }
  if (total > MAX_CENTS) report(error('amount-too-large', `The total ${invoice.total} is more than Visma takes.`));
  if (rounding > 100n || rounding < -100n) report(error('invoice-rounding', `A rounding of ${payableRounding} is more than 1.00.`));
  if (rounding !== 0n && policy.roundingAccount === undefined) report(error('account-missing', 'No account for the rounding of what is to be paid.'));
  return { total, net, vat: total - net - rounding, rounding, perRate: vatPerRate && perRate };
}
