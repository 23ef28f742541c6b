import { cents } from '../exact.ts';
import type { CompanyState } from '../state/company.ts';
import type { LedgerItemRecord, VoucherRecord } from '../state/ledger-records.ts';
import { type World, businessDate, utcNow } from '../state/world.ts';
import { rateOf } from '../sales/draft.ts';
import { converted } from '../sales/money.ts';
import { numberIn, textIn, textOf } from '../wire/fields.ts';
import type { WireObject } from '../wire/json.ts';
import { type FieldError, invalid } from '../wire/refusal.ts';

/** Numbers that the document no longer lists as required, though they are. */
const requiredInFact = [
  'InvoiceNumber',
  'TotalAmountInvoiceCurrency',
  'VATAmountInvoiceCurrency',
  'RoundingsAmountInvoiceCurrency',
  'RemainingAmountInvoiceCurrency',
];

/** What is wrong with a ledger item's own fields, beyond its model. */
export function checkLedgerItem(company: CompanyState, body: WireObject): FieldError[] {
  const problems: FieldError[] = requiredInFact
    .filter((name) => typeof body[name] !== 'number')
    .map((field) => ({ field, message: 'is required' }));
  if (typeof body['IsCreditInvoice'] !== 'boolean') problems.push({ field: 'IsCreditInvoice', message: 'is required' });
  if (!company.customers.get(textOf(body, 'CustomerId'))) problems.push({ field: 'CustomerId', message: 'The customer does not exist.' });
  const currency = textIn(body, 'CurrencyCode');
  if (currency && !company.currencies.find(({ Code }) => Code === currency)) {
    problems.push({ field: 'CurrencyCode', message: `The currency ${currency} does not exist.` });
  }
  if (Math.abs(numberIn(body, 'RoundingsAmountInvoiceCurrency')) > 1) {
    problems.push({ field: 'RoundingsAmountInvoiceCurrency', message: 'must be between -1 and 1' });
  }
  return problems;
}

/** The receivable rows of the voucher must carry the item's total in the company's currency; signs do not matter. */
export function requireReceivable(company: CompanyState, body: WireObject, voucher: VoucherRecord): void {
  const account = company.postingAccounts.receivable;
  const booked = voucher.Rows.filter(({ AccountNumber }) => AccountNumber === account).reduce(
    (sum, row) => sum + cents(row.DebitAmount) - cents(row.CreditAmount),
    0n,
  );
  const rate = numberIn(body, 'CurrencyRate') || rateOf(company, textOf(body, 'CurrencyCode'));
  const total = converted(cents(numberIn(body, 'TotalAmountInvoiceCurrency')), rate);
  const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
  if (size(booked) !== size(total)) {
    throw invalid([
      { field: 'TotalAmountInvoiceCurrency', message: `The amount on account ${account} in the voucher is not equal with the total amount.` },
    ]);
  }
}

/** The item as it is kept. */
export function buildLedgerItem(world: World, company: CompanyState, body: WireObject, voucherId: string): LedgerItemRecord {
  const currency = textOf(body, 'CurrencyCode');
  return {
    ...body,
    Id: world.ids.guid('ledger-item'),
    CustomerId: textOf(body, 'CustomerId'),
    CurrencyCode: currency,
    CurrencyRate: numberIn(body, 'CurrencyRate') || rateOf(company, currency),
    CurrencyRateUnit: numberIn(body, 'CurrencyRateUnit') || 1,
    InvoiceNumber: numberIn(body, 'InvoiceNumber'),
    InvoiceDate: businessDate(world, textOf(body, 'InvoiceDate')),
    DueDate: businessDate(world, textOf(body, 'DueDate')),
    IsCreditInvoice: body['IsCreditInvoice'] === true,
    TotalAmountInvoiceCurrency: numberIn(body, 'TotalAmountInvoiceCurrency'),
    VATAmountInvoiceCurrency: numberIn(body, 'VATAmountInvoiceCurrency'),
    RemainingAmountInvoiceCurrency: numberIn(body, 'RemainingAmountInvoiceCurrency'),
    RoundingsAmountInvoiceCurrency: numberIn(body, 'RoundingsAmountInvoiceCurrency'),
    VoucherId: voucherId,
    ModifiedUtc: utcNow(world),
  };
}
