import { dayOf } from '../calendar/day.ts';
import { exact, type Exact } from '../decimal/exact.ts';
import { formatCents } from '../decimal/format.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { Invoice } from '../model/invoice.ts';
import type { Customer } from '../model/master-data.ts';
import type { Result } from '../model/primitives.ts';
import type { Problem } from '../model/problem.ts';
import type { SalesEntry, SalesEntryPolicy } from '../model/sales-entry.ts';
import { error, type Report } from '../problems/issue.ts';
import { ProblemLog } from '../problems/problem-log.ts';
import { cleanText, shorten } from '../text/clean-text.ts';
import { WORDS } from '../text/words.ts';
import { entryLines } from './entry-lines.ts';
import { entryRows } from './entry-rows.ts';
import { convert } from './exchange.ts';
import { invoiceNumber, invoiceNumberText } from './invoice-number.ts';
import { printedTotals } from './printed-totals.ts';
import { shareFigures } from './share-figures.ts';

/** Lengths that Visma takes. */
const MAX_ROW_TEXT = 60;
const MAX_VOUCHER_TEXT = 1000;

function checkDocument(invoice: Invoice, customer: Customer, report: Report): void {
  if (invoice.status === 'Concept') report(error('invoice-not-sent', `Invoice ${invoiceNumberText(invoice)} has not been sent.`));
  if (customer.id !== invoice.customerId) report(error('customer-mismatch', `Customer ${customer.id} is not the invoice's ${invoice.customerId}.`));
  for (const day of [invoice.date, invoice.dueDate]) {
    if (dayOf(day) === undefined) report(error('malformed', `"${day}" is not a date.`));
  }
}

/** The company's currency per unit of the invoice's; 1 where they are the same. Reports what keeps it from being booked. */
function exchangeRate(currencyCode: string, policy: SalesEntryPolicy, report: Report): Exact | undefined {
  const own = policy.currencyCode.toUpperCase();
  if (currencyCode === own) return exact(1n);
  const rate = parseDecimal(policy.exchangeRates?.[currencyCode] ?? '');
  if (policy.foreignSalesEntries !== 'book') {
    report(error('foreign-currency', `The invoice is in ${currencyCode}, the company books in ${own}, and foreign sales entries are refused.`, { currencyCode }));
  } else if (rate && rate.units > 0n) return rate;
  else report(error('exchange-rate-missing', `No exchange rate for ${currencyCode}.`, { currencyCode }));
  return undefined;
}

/**
 * From an invoice that TimeChimp has sent to a balanced booking: receivable = total, revenue per account, VAT and
 * project, VAT per kind and rate. The printed total, net and VAT lead; rows are fitted to them by at most a cent each.
 * Everything that stands in the way is reported at once.
 */
export function proposeSalesEntry(
  invoice: Invoice,
  customer: Customer,
  policy: SalesEntryPolicy,
): Result<SalesEntry, readonly Problem[]> {
  const log = new ProblemLog();
  const source = { kind: 'invoice' as const, id: invoice.id };
  const report: Report = (issue) => { log.add(issue, [source]); };
  const entry = build(invoice, customer, policy, report);
  const problems = log.list();
  return entry === undefined || log.failed ? { ok: false, problems } : { ok: true, value: entry, problems };
}

function build(invoice: Invoice, customer: Customer, policy: SalesEntryPolicy, report: Report): SalesEntry | undefined {
  const { id: invoiceId, customerId, date: invoiceDate, dueDate, credit } = invoice;
  const { voucherVatForm = 'explicit' } = policy;
  const currencyCode = invoice.currencyCode.toUpperCase();
  checkDocument(invoice, customer, report);
  const number = invoiceNumber(invoice, policy.invoiceNumber, report);
  const rate = exchangeRate(currencyCode, policy, report);
  const printed = printedTotals(invoice, policy, report);
  const read = entryLines(invoice, customer, policy, report);
  const lines = number && printed && read && shareFigures(read, printed, report);
  if (!lines || !rate) return undefined;
  const figures = convert({ ...printed, lines }, rate);
  if (figures === undefined) {
    report(error('invoice-total', 'The amounts cannot be converted to the cent.'));
    return undefined;
  }
  const text = invoiceNumberText(invoice);
  const name = cleanText(invoice.customerName ?? customer.name);
  const words = WORDS[policy.language ?? 'nl'];
  const rows = entryRows(figures, { policy, credit, text: shorten(`${text} ${name}`, MAX_ROW_TEXT) });
  if (rows.length === 0) report(error('nothing-to-book', 'The invoice has no amounts.'));
  const negative = credit && policy.creditTotals !== 'positive';
  const signed = (cents: bigint): string => formatCents(negative ? -cents : cents);
  return {
    key: `invoice:${invoiceId}`,
    invoiceId,
    invoiceNumber: number,
    invoiceNumberText: text,
    customerId,
    invoiceDate,
    dueDate,
    currencyCode,
    exchangeRate: currencyCode === policy.currencyCode.toUpperCase() ? undefined : policy.exchangeRates?.[currencyCode],
    isCreditInvoice: credit,
    totalAmount: signed(printed.total),
    netAmount: signed(printed.net),
    vatAmount: signed(printed.vat),
    roundingAmount: signed(printed.rounding),
    voucherVatForm,
    voucherText: shorten(`${credit ? words.credit : words.invoice} ${text}, ${name}`, MAX_VOUCHER_TEXT),
    rows,
  };
}
