import type { CustomerInvoice, CustomerInvoiceDraft } from '@x/visma-eaccounting';
import { describe, expect, it } from 'vitest';
import { compareDraft, compareInvoice } from './compare-document.ts';
import type { ExpectedDocument } from './expected-document.ts';
import { likelyCause } from './likely-cause.ts';

const expected: ExpectedDocument = {
  customerId: 'c1',
  currencyCode: 'EUR',
  includesVat: false,
  isCreditInvoice: false,
  invoiceDate: '2026-03-31',
  totalAmount: '37.93',
  vatAmount: '6.58',
  roundings: '0.00',
  rows: [
    { lineNumber: 1, isTextRow: true, text: 'Periode' },
    { lineNumber: 2, isTextRow: false, text: 'Uren', articleId: 'a1', quantity: '0.33', unitPrice: '95.00', amount: '31.35', netAmount: '31.35', vatRate: '21' },
    { lineNumber: 3, isTextRow: true, text: 'Specificatie TC-1' },
  ],
};

const row = { LineNumber: 2, IsTextRow: false, Text: 'Uren', ArticleId: 'a1', Quantity: 0.33, UnitPrice: 95, DiscountPercentage: 0, Amount: 31.35, VatRate: 21 };

function draft(change: object = {}, rowChange: object = {}, more: readonly object[] = []): CustomerInvoiceDraft {
  return {
    CustomerId: 'c1', InvoiceCurrencyCode: 'EUR', IncludesVat: false, IsCreditInvoice: false,
    TotalAmount: 37.93, TotalVatAmount: 6.58, TotalRoundings: 0,
    Rows: [{ LineNumber: 1, IsTextRow: true, Text: 'Periode' }, { ...row, ...rowChange }, ...more],
    ...change,
  } as CustomerInvoiceDraft;
}

function invoice(change: object = {}): CustomerInvoice {
  return {
    CustomerId: 'c1', CurrencyCode: 'EUR', IncludesVat: false, IsCreditInvoice: false, InvoiceDate: '2026-03-31T00:00:00', DueDate: '2026-04-30',
    TotalAmount: 99, TotalAmountInvoiceCurrency: 37.93, TotalVatAmountInvoiceCurrency: 6.58, Rows: [row], CreditedBy: [],
    ...change,
  } as unknown as CustomerInvoice;
}

describe('B3: a draft is compared before anything goes on', () => {
  it('agrees, whatever a person wrote in the texts and whatever scale rates have', () => {
    expect(compareDraft(expected, draft())).toEqual([]);
    expect(compareDraft(expected, draft({}, { Text: 'Uren maart', VatRate: 0.21 }))).toEqual([]);
    expect(compareDraft(expected, draft({}, {}, [{ IsTextRow: true, Text: 'Met dank' }]))).toEqual([]);
  });

  it.each([
    ['another rate', draft({ TotalVatAmount: 2.82, TotalAmount: 34.17 }, { VatRate: 9 }), 'Rows[2].VatRate', /applies 9 percent VAT instead of 21/],
    ['a price with VAT', draft({ IncludesVat: true, TotalAmount: 31.35 }), 'IncludesVat', /with or without VAT/],
    ['another currency', draft({ InvoiceCurrencyCode: 'SEK' }), 'InvoiceCurrencyCode', /currency/],
    ['an added row', draft({ TotalAmount: 50 }, {}, [{ ...row, LineNumber: 4 }]), 'Rows.length', /added or removed/],
    ['a discount', draft({ TotalAmount: 34.13 }, { DiscountPercentage: 0.1, Amount: 28.22 }), 'Rows[2].Amount', /discount/],
    ['an edited row', draft({ TotalAmount: 40 }, { Quantity: 0.5, Amount: 47.5 }), 'Rows[2].Amount', /edited/],
    ['a rounded total', draft({ TotalAmount: 38, TotalRoundings: 0.07 }), 'TotalRoundings', /rounds the totals/],
    ['a missing figure', draft({ TotalAmount: undefined }), 'TotalAmount', /otherwise than planned/],
  ])('names %s', (_, changed, field, cause) => {
    const differences = compareDraft(expected, changed);
    expect(differences.map((each) => each.field)).toContain(field);
    expect(likelyCause(differences, 'invoice')).toMatch(cause);
  });

  it('recognises a price of zero that Visma replaced', () => {
    const free = { ...expected, totalAmount: '0.00', vatAmount: '0.00', rows: [{ ...expected.rows[1]!, unitPrice: '0.00', amount: '0.00' }] };
    expect(likelyCause(compareDraft(free, draft()), 'invoice')).toContain('price of zero');
  });
});

describe('B3: on an invoice TotalAmount is in the company currency', () => {
  it('so the totals in invoice currency are compared', () => {
    expect(compareInvoice(expected, invoice(), 'with-dates')).toEqual([]);
    expect(compareInvoice(expected, invoice({ TotalAmountInvoiceCurrency: 38 }), 'without-dates')).toMatchObject([{ field: 'TotalAmountInvoiceCurrency', expected: '37.93', actual: '38' }]);
  });

  it('a credit invoice is never the invoice that was planned', () => {
    const differences = compareInvoice(expected, invoice({ IsCreditInvoice: true }), 'without-dates');
    expect(differences).toMatchObject([{ field: 'IsCreditInvoice', expected: 'false', actual: 'true' }]);
    expect(likelyCause(differences, 'invoice')).toContain('credit');
  });

  it('B4: the answered dates are compared where we made it final, not where a person did', () => {
    const later = invoice({ InvoiceDate: '2026-04-01' });
    expect(compareInvoice(expected, later, 'with-dates')).toMatchObject([{ field: 'InvoiceDate', expected: '2026-03-31', actual: '2026-04-01' }]);
    expect(likelyCause(compareInvoice(expected, later, 'with-dates'), 'invoice')).toMatch(/dated 2026-04-01 instead of 2026-03-31.*period is closed/);
    const earlier = invoice({ InvoiceDate: '2026-03-01' });
    expect(likelyCause(compareInvoice(expected, earlier, 'with-dates'), 'invoice')).toMatch(/date in the future.*cut-off date/);
    expect(likelyCause([{ field: 'DueDate', expected: '2026-04-30', actual: '2026-04-14' }], 'invoice')).toContain('due date was changed');
    expect(compareInvoice(expected, later, 'without-dates')).toEqual([]);
  });

  it('says that a document was voided', () => {
    expect(likelyCause([{ field: 'CreditedBy', expected: '(none)', actual: '21.00 of 121.00' }], 'invoice')).toContain('voided or credited in Visma: 21.00 of 121.00');
    expect(likelyCause([], 'invoice')).toBeUndefined();
  });
});

describe('A11: what a difference of a sales entry most likely comes from', () => {
  it.each([
    ['InvoiceDate', { expected: '2026-03-20', actual: '2025-03-20' }, /same number, customer and total with the date 2025-03-20 instead of 2026-03-20/],
    ['CustomerId', { expected: 'a', actual: 'b' }, /Another document has this invoice number/],
    ['TotalAmountInvoiceCurrency', { expected: '121', actual: '100' }, /Another document has this invoice number/],
    ['Voucher.Rows[1].VatCodeId', { expected: 'a', actual: 'b' }, /booked other rows/],
    ['Something', { expected: 'a', actual: 'b' }, /otherwise than planned/],
  ])('%s', (field, difference, cause) => {
    expect(likelyCause([{ field, ...difference }], 'sales-entry')).toMatch(cause);
  });
});
