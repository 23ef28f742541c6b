import type { Exact } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import { fitsDecimals, roundHalfAwayFromZero } from '../decimal/round.ts';
import type { Invoice } from '../model/invoice.ts';
import type { DecimalText } from '../model/primitives.ts';
import type { SalesEntryPolicy } from '../model/sales-entry.ts';
import { error, type Report } from '../problems/issue.ts';
import type { PrintedTotals } from './share-figures.ts';

/** Visma takes amounts up to 99,999,999.99. */
const MAX_CENTS = 9_999_999_999n;

function cents(text: DecimalText, name: string, report: Report): bigint | undefined {
  const value = parseDecimal(text);
  if (value !== undefined && fitsDecimals(value, 2)) return roundHalfAwayFromZero(value, 2);
  report(error('malformed', `The ${name} "${text}" of the invoice is not an amount of whole cents.`, { field: name }));
  return undefined;
}

type Turn = (cents: bigint) => bigint;

function perRate(invoice: Invoice, turn: Turn, report: Report): PrintedTotals['perRate'] {
  return invoice.vatPerRate?.flatMap(({ taxPercent, amount }): { percentage: Exact; cents: bigint }[] => {
    const percentage = parseDecimal(taxPercent);
    const value = cents(amount, 'vatPerRate', report);
    if (percentage === undefined) report(error('malformed', `"${taxPercent}" is not a VAT percentage.`));
    return percentage === undefined || value === undefined ? [] : [{ percentage, cents: turn(value) }];
  });
}

/**
 * The printed totals with the sign of an ordinary invoice: those of a credit invoice are turned when the source prints
 * them negative. An ordinary invoice below zero, and a credit invoice with the other sign than the source's, are refused.
 */
export function printedTotals(invoice: Invoice, policy: SalesEntryPolicy, report: Report): PrintedTotals | undefined {
  const turned = invoice.credit && policy.sourceCreditSign === 'negative';
  const turn: Turn = (value) => (turned ? -value : value);
  const total = cents(invoice.total, 'total', report);
  const net = cents(invoice.totalExTax, 'totalExTax', report);
  const rounding = cents(invoice.payableRounding ?? '0', 'payableRounding', report);
  const rates = perRate(invoice, turn, report);
  if (total === undefined || net === undefined || rounding === undefined) return undefined;
  if (turn(total) < 0n) {
    report(
      invoice.credit
        ? error('credit-sign', `The total ${invoice.total} of a credit invoice does not have the sign that the source is set to (${policy.sourceCreditSign}).`)
        : error('negative-total', `The total ${invoice.total} is below zero, but this is not a credit invoice.`),
    );
  }
  if (turn(total) > MAX_CENTS) report(error('amount-too-large', `The total ${invoice.total} is more than Visma takes.`));
  if (rounding > 100n || rounding < -100n) report(error('invoice-rounding', `A rounding of ${String(invoice.payableRounding)} is more than 1.00.`));
  if (rounding !== 0n && policy.roundingAccount === undefined) report(error('account-missing', 'No account for the rounding of what is to be paid.'));
  return { total: turn(total), net: turn(net), rounding: turn(rounding), perRate: rates };
}
