import { absolute, compare, type Exact, negate } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { Invoice } from '../model/invoice.ts';
import type { Problem } from '../model/problem.ts';
import type { EarlierExport } from '../model/sales-entry.ts';
import { warning } from '../problems/issue.ts';
import { ProblemLog } from '../problems/problem-log.ts';

/** Days around the supply period in which an invoice for the same work would be dated. */
function near(date: string, { from, to }: EarlierExport['supplyPeriod']): boolean {
  // Months are enough for a guess: the invoice of a period is dated in it or in the month after.
  const [year = 0, month = 0] = to.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-31` : `${year}-${String(month + 1).padStart(2, '0')}-31`;
  return from <= date && date <= next;
}

/** The total with the sign that a document of ours has: sources differ in the sign that they print on a credit invoice. */
function totalOf(invoice: Invoice): Exact | undefined {
  const printed = parseDecimal(invoice.total);
  return printed && invoice.credit ? negate(absolute(printed)) : printed;
}

/**
 * Warns of earlier exports that may be the same work as an invoice about to be booked: same customer, currency and
 * total, dated within the supply period or the month after. A guess and labelled as one: rows of the source's invoices
 * hold no link to entries.
 */
export function possibleDoubles(invoice: Invoice, exports: readonly EarlierExport[]): readonly Problem[] {
  const log = new ProblemLog();
  const total = totalOf(invoice);
  for (const one of exports) {
    const other = parseDecimal(one.totalAmount);
    const same = total !== undefined && other !== undefined && compare(total, other) === 0n;
    if (!same || one.customerId !== invoice.customerId || one.currencyCode.toUpperCase() !== invoice.currencyCode.toUpperCase()) continue;
    if (!near(invoice.date, one.supplyPeriod)) continue;
    const message = `A guess: this may be the same work as ${one.key}, which was exported for the same customer and amount.`;
    log.add(warning('possible-double', message, { key: one.key }), [{ kind: 'invoice', id: invoice.id }]);
  }
  return log.list();
}
