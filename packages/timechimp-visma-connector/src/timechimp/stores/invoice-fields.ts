import type { Invoice, InvoiceStatus } from '@x/billing-core';
import type { Account } from '../account.ts';
import { drift, type Row } from '../lists/envelope.ts';
import { invoiceSchema, type WireInvoice } from '../schemas/invoice.ts';
import { dayOf } from '../values/day.ts';
import { decimalText, negated } from '../values/decimal-text.ts';
import { defined, textOf } from '../values/text.ts';

/** The statuses in the order of the numbers that API v1 gives them, from 1. An invoice that is not `Concept` was sent. */
const statuses: readonly InvoiceStatus[] = ['Concept', 'Open', 'Paid'];

/** An invoice of TimeChimp's own. A field that decides money and cannot be read is an `api-drift`, never a guess. */
export function invoiceOf(row: Row, account: Account): Invoice {
  const operation = 'GET /invoices';
  const { success, data: wire } = invoiceSchema().safeParse(row);
  if (!success) throw drift(operation, `invoice ${row.id} does not look as expected`);
  const status = statuses.find((each, index) => each === wire.status || index + 1 === wire.status);
  const date = dayOf(wire.date);
  const dueDate = dayOf(wire.dueDate);
  const customer = wire.customerId ?? wire.customer?.id;
  const [total, totalExTax] = totalsOf(wire, account);
  const currencyCode = textOf(wire.currency);
  if (
    status === undefined || date === undefined || dueDate === undefined || customer === undefined ||
    total === undefined || totalExTax === undefined || currencyCode === undefined
  ) {
    throw drift(operation, `invoice ${row.id} lacks its status, dates, customer, currency or totals`);
  }
  const credit = wire.credit ?? false;
  const flip = credit && mustFlip(total, account);
  return defined({
    id: String(wire.id),
    companyInvoicePrefix: wire.companyInvoicePrefix ?? undefined,
    companyInvoiceId: wire.companyInvoiceId,
    customerId: String(customer),
    customerName: textOf(wire.customerName),
    status,
    date,
    dueDate,
    currencyCode,
    credit,
    total: signed(total, flip),
    totalExTax: signed(totalExTax, flip),
    rows: rowsOf(wire, account, flip),
  });
}

function rowsOf(wire: WireInvoice, account: Account, flip: boolean): Invoice['rows'] {
  const { numbers } = account.options;
  const ordered = [...wire.invoiceRows].sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  return ordered.map(({ description, quantity, price, tax, code }) => {
    if (typeof quantity !== 'number' || typeof price !== 'number' || typeof tax !== 'number') {
      throw drift('GET /invoices', `a row of invoice ${wire.id} lacks its quantity, price or VAT percentage`);
    }
    return defined({
      description: description ?? undefined,
      quantity: signed(decimalText(quantity, numbers), flip),
      price: decimalText(price, numbers),
      taxPercent: decimalText(tax, numbers),
      code: textOf(code),
    });
  });
}

/** With VAT and without. The plain fields may be converted to the company's currency: see the option `foreignTotals`. */
function totalsOf(wire: WireInvoice, account: Account): readonly [string | undefined, string | undefined] {
  const { foreignTotals, numbers } = account.options;
  const foreign = typeof wire.exchangeRate === 'number' && wire.exchangeRate !== 1 && wire.exchangeRate !== 0;
  const own = foreign && foreignTotals === 'without-exchange-rate';
  const pair = own ? [wire.totalWithoutExchangeRate, wire.totalExTaxWithoutExchangeRate] : [wire.total, wire.totalExTax];
  const [total, totalExTax] = pair.map((value) => (typeof value === 'number' ? decimalText(value, numbers) : undefined));
  return [total, totalExTax];
}

function mustFlip(total: string, account: Account): boolean {
  const { creditSign } = account.options;
  return creditSign !== 'as-sent' && (creditSign === 'negative') !== total.startsWith('-');
}

function signed(value: string, flip: boolean): string {
  return flip ? negated(value) : value;
}
