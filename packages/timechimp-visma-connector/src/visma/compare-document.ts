import type { CustomerInvoice, CustomerInvoiceDraft } from '@x/visma-eaccounting';
import type { Difference } from '../ports/export-record.ts';
import { decimalOf, sameAmount } from './amounts.ts';
import type { ExpectedDocument, ExpectedRow } from './expected-document.ts';
import { percentText } from './percent.ts';

/**
 * Compares a draft with the plan: customer, currency, VAT mode, totals, and the amount and VAT rate of every row.
 * Texts belong to the person who works on the draft and are not compared. Empty when everything agrees; otherwise
 * the list also holds prices, quantities, discounts and articles that differ, which tell the cause.
 */
export function compareDraft(expected: ExpectedDocument, draft: CustomerInvoiceDraft): readonly Difference[] {
  return withHints(expected, draft.Rows ?? [], [
    ...text('CustomerId', expected.customerId, draft.CustomerId),
    ...text('InvoiceCurrencyCode', expected.currencyCode, draft.InvoiceCurrencyCode),
    ...text('IncludesVat', String(expected.includesVat), String(draft.IncludesVat)),
    ...text('IsCreditInvoice', String(expected.isCreditInvoice), String(draft.IsCreditInvoice)),
    ...amount('TotalAmount', expected.totalAmount, draft.TotalAmount),
    ...amount('TotalVatAmount', expected.vatAmount, draft.TotalVatAmount),
    ...amount('TotalRoundings', expected.roundings, draft.TotalRoundings),
  ]);
}

/**
 * The same for the final invoice, whose plain totals are in the company's currency: those in invoice currency are read.
 * `dates` adds the date on the invoice, which a person who finalises a draft may well change.
 */
export function compareInvoice(
  expected: ExpectedDocument,
  invoice: CustomerInvoice,
  dates: 'with-dates' | 'without-dates',
): readonly Difference[] {
  return withHints(expected, invoice.Rows, [
    ...text('CustomerId', expected.customerId, invoice.CustomerId),
    ...text('CurrencyCode', expected.currencyCode, invoice.CurrencyCode),
    ...text('IncludesVat', String(expected.includesVat), String(invoice.IncludesVat)),
    ...text('IsCreditInvoice', String(expected.isCreditInvoice), String(invoice.IsCreditInvoice)),
    ...amount('TotalAmountInvoiceCurrency', expected.totalAmount, invoice.TotalAmountInvoiceCurrency),
    ...amount('TotalVatAmountInvoiceCurrency', expected.vatAmount, invoice.TotalVatAmountInvoiceCurrency),
    ...(dates === 'with-dates' ? text('InvoiceDate', expected.invoiceDate, invoice.InvoiceDate?.slice(0, 10)) : []),
    ...(dates === 'with-dates' && expected.dueDate !== undefined
      ? text('DueDate', expected.dueDate, invoice.DueDate?.slice(0, 10))
      : []),
  ]);
}

interface AnsweredRow {
  readonly LineNumber?: number | null | undefined;
  readonly IsTextRow?: boolean | null | undefined;
  readonly ArticleId?: string | null | undefined;
  readonly Quantity?: number | null | undefined;
  readonly UnitPrice?: number | null | undefined;
  readonly DiscountPercentage?: number | null | undefined;
  readonly Amount?: number | null | undefined;
  readonly VatRate?: number | null | undefined;
}

function withHints(expected: ExpectedDocument, answered: readonly AnsweredRow[], head: readonly Difference[]): readonly Difference[] {
  const wanted = expected.rows.filter((row) => !row.isTextRow);
  const found = answered
    .filter((row) => row.IsTextRow !== true && (row.ArticleId ?? null) !== null)
    .toSorted((a, b) => (a.LineNumber ?? 0) - (b.LineNumber ?? 0));
  const pairs = wanted.flatMap((row, index) => {
    const other = found[index];
    return other ? [[`Rows[${row.lineNumber}]`, row, other] as const] : [];
  });
  const differences = [
    ...head,
    ...(wanted.length === found.length
      ? []
      : [{ field: 'Rows.length', expected: String(wanted.length), actual: String(found.length) }]),
    ...pairs.flatMap(([at, row, other]) => [
      ...amount(`${at}.Amount`, row.amount ?? '0', other.Amount),
      ...amount(`${at}.VatRate`, row.vatRate ?? '0', typeof other.VatRate === 'number' ? percentText(other.VatRate) : null),
    ]),
  ];
  return differences.length === 0 ? [] : [...differences, ...pairs.flatMap(([at, row, other]) => hints(at, row, other))];
}

function hints(at: string, row: ExpectedRow, other: AnsweredRow): Difference[] {
  return [
    ...text(`${at}.ArticleId`, row.articleId ?? '', other.ArticleId),
    ...amount(`${at}.Quantity`, row.quantity ?? '0', other.Quantity),
    ...amount(`${at}.UnitPrice`, row.unitPrice ?? '0', other.UnitPrice),
    ...amount(`${at}.DiscountPercentage`, '0', other.DiscountPercentage ?? 0),
  ];
}

function text(field: string, expected: string, actual: string | null | undefined): Difference[] {
  return actual === expected ? [] : [{ field, expected, actual: actual ?? '(none)' }];
}

function amount(field: string, expected: string, actual: string | number | null | undefined): Difference[] {
  if (actual === null || actual === undefined) {
    return [{ field, expected, actual: '(none)' }];
  }
  return sameAmount(expected, actual) ? [] : [{ field, expected, actual: typeof actual === 'number' ? decimalOf(actual) : actual }];
}
