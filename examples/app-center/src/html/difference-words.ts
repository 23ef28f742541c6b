import type { Difference } from '@x/timechimp-visma-connector';
import { atLeastCents, day, decimal } from './format.ts';

/** A difference in the words of a bookkeeper. */
export interface DifferenceWords {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** What ids stand for: a GUID of Visma, or the key of an item such as `time:81`, and its name. */
export type Names = ReadonlyMap<string, string>;

const fields: Readonly<Record<string, string>> = {
  TotalAmount: 'Total',
  TotalAmountInvoiceCurrency: 'Total',
  TotalVatAmount: 'VAT',
  TotalVatAmountInvoiceCurrency: 'VAT',
  VATAmountInvoiceCurrency: 'VAT',
  VatAmount: 'VAT',
  TotalRoundings: 'Rounding',
  RoundingsAmountInvoiceCurrency: 'Rounding',
  RemainingAmountInvoiceCurrency: 'Still to be paid',
  InvoiceDate: 'Invoice date',
  DueDate: 'Due date',
  DeliveryDate: 'Delivery date',
  VoucherDate: 'Booking date',
  InvoiceNumber: 'Invoice number',
  InvoiceCurrencyCode: 'Currency',
  CurrencyCode: 'Currency',
  CurrencyRate: 'Exchange rate',
  CustomerId: 'Customer',
  customer: 'Customer',
  TermsOfPaymentId: 'Terms of payment',
  OurReference: 'Our reference',
  YourReference: "The customer's reference",
  IncludesVat: 'Prices include VAT',
  IsCreditInvoice: 'Credit invoice',
  EuThirdParty: 'Triangular trade in the EU',
  CreditedBy: 'Credited by',
  finish: 'Made as',
  coveredHours: 'Hours marked as invoiced with it',
  VoucherText: 'Text of the booking',
  TransactionText: 'Text',
  Text: 'Text',
  Quantity: 'Quantity',
  UnitPrice: 'Price',
  Amount: 'Amount',
  VatRate: 'VAT %',
  VatCodeId: 'VAT code',
  DiscountPercentage: 'Discount %',
  ArticleId: 'Article',
  AccountNumber: 'Account',
  DebitAmount: 'Debit',
  CreditAmount: 'Credit',
  ProjectId: 'Project',
  CostCenterItemId1: 'Cost centre 1',
  CostCenterItemId2: 'Cost centre 2',
  CostCenterItemId3: 'Cost centre 3',
  ReversedConstructionServicesVatFree: 'Reverse charge',
};

const amounts: readonly string[] = [
  'TotalAmount', 'TotalAmountInvoiceCurrency', 'TotalVatAmount', 'TotalVatAmountInvoiceCurrency', 'VATAmountInvoiceCurrency', 'VatAmount', 'TotalRoundings',
  'RoundingsAmountInvoiceCurrency', 'RemainingAmountInvoiceCurrency', 'UnitPrice', 'Amount', 'DebitAmount', 'CreditAmount',
];

/**
 * A difference as a person knows it: "Line 2, price" instead of `Rows[2].UnitPrice`, the article's name instead of its
 * GUID. Lines are counted as in Visma, where the period may stand on the first one. What is not known stays as it is.
 */
export function differenceWords({ field, expected, actual }: Difference, names: Names = new Map()): DifferenceWords {
  // Nothing that a person can read: the two are only known to be different.
  if (field === 'content') return { what: 'Something else in it', before: 'as it was', now: 'changed' };
  return { what: fieldWords(field), before: valueWords(field, expected, names), now: valueWords(field, actual, names) };
}

function fieldWords(path: string): string {
  const [, booking, line, rest] = /^(Voucher\.)?Rows(?:\[(\d+)\])?\.?(.*)$/.exec(path) ?? [];
  if (rest === undefined) return fields[path.slice(path.lastIndexOf('.') + 1)] ?? path;
  const row = booking === undefined ? 'Line' : 'Booking row';
  if (line === undefined) return rest === 'length' ? `Number of ${row.toLowerCase()}s` : `Further ${row.toLowerCase()}`;
  return rest === '' ? `${row} ${line}` : `${row} ${line}, ${lowerFirst(fields[rest] ?? rest)}`;
}

function valueWords(path: string, value: string, names: Names): string {
  if (value === '(none)' || value === '(no further row)') return 'none';
  if (value === 'true' || value === 'false') return value === 'true' ? 'yes' : 'no';
  if (/^(Voucher\.)?Rows\[\d+\]$/.test(path)) return rowWords(value, names);
  const field = path.slice(path.lastIndexOf('.') + 1);
  if (field === 'finish') return value === 'final' ? 'final invoice' : value;
  if (field === 'coveredHours') return value.split(' ').map((key) => names.get(key) ?? key).join('; ');
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
  return amounts.includes(field) ? amountWords(value) : named(value, names);
}

/** `Advice | Quantity 8.08 | UnitPrice 95 | ArticleId ...` becomes "Advice, quantity 8.08, price 95.00, article ...". */
function rowWords(row: string, names: Names): string {
  return row
    .split(' | ')
    .map((part) => {
      const [, field = '', value = ''] = /^([A-Za-z0-9]+) (.+)$/s.exec(part) ?? [];
      const name = fields[field];
      return name === undefined ? named(part, names) : `${lowerFirst(name)} ${valueWords(field, value, names)}`;
    })
    .join(', ');
}

function amountWords(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? decimal(atLeastCents(value)) : value;
}

function named(value: string, names: Names): string {
  return value.replaceAll(guids, (guid) => names.get(guid.toLowerCase()) ?? guid);
}

/** Keys of items in a text, such as the reason of an export: `time:81`. */
const itemKeys = /\b(?:time|expense|mileage|term|invoice):[^\s(),;:]*[^\s(),;:.]/g;

/** The keys of items that a text names. */
export function itemKeysIn(text: string): readonly string[] {
  return text.match(itemKeys) ?? [];
}

/** A text with its items by name. */
export function withItemNames(text: string, names: Names): string {
  return text.replaceAll(itemKeys, (key) => names.get(key) ?? key);
}

/** How Visma's ids look. */
export const guids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** "VAT" stays as it is. */
function lowerFirst(words: string): string {
  return words.startsWith('VAT') ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
