import { markFor } from '@x/billing-core';
import type { CustomerInvoice } from '@x/visma-eaccounting';
import { describe, expect, it } from 'vitest';
import type { LookUpPurpose } from '../export/driver.ts';
import type { ExpectedDocument } from './expected-document.ts';
import { matchInvoices } from './match-invoice.ts';

const mark = markFor('invoice:1');
const expected: ExpectedDocument = {
  customerId: 'c1', currencyCode: 'EUR', includesVat: false, isCreditInvoice: false, invoiceDate: '2026-10-01',
  totalAmount: '121.00', vatAmount: '21.00', roundings: '0.00',
  rows: [{ lineNumber: 1, isTextRow: false, text: 'Uren', articleId: 'a1', quantity: '1', unitPrice: '100.00', amount: '100.00', netAmount: '100.00', vatRate: '21' }],
};
const row = { LineNumber: 1, IsTextRow: false, Text: 'Uren', ArticleId: 'a1', Quantity: 1, UnitPrice: 100, DiscountPercentage: 0, Amount: 100, VatRate: 21 };
const sent = { Rows: [{ Text: 'Uren' }, { Text: `Specificatie ${mark}` }] };
const marked = { Rows: [row, { LineNumber: 2, IsTextRow: true, Text: `Specificatie ${mark}` }] };

function invoice(change: object = {}): CustomerInvoice {
  return {
    Id: 'i1', VoucherId: 'v1', CustomerId: 'c1', CurrencyCode: 'EUR', IncludesVat: false, IsCreditInvoice: false,
    TotalAmountInvoiceCurrency: 121, TotalVatAmountInvoiceCurrency: 21, Rows: [row],
    ...change,
  } as unknown as CustomerInvoice;
}

function match(invoices: readonly CustomerInvoice[], purpose: LookUpPurpose = 'draft-missing', conversionSent = false) {
  const request = { conversionSent, key: 'invoice:1', payload: null, mark, baseMark: mark, documents: { draftId: 'd1' }, since: Date.parse('2026-10-01T14:30:00Z') };
  return matchInvoices({ request, expected, sent, purpose }, invoices).map(({ documents, evidence, differences }) => [documents.invoiceId, evidence, differences.map((each) => each.field)]);
}

describe('A9: where the draft is missing, an invoice without a mark counts by customer, rows and total', () => {
  it.each([
    ['later', { CreatedUtc: '2026-10-02T08:00:00Z' }],
    ['earlier on the day of the claim', { CreatedUtc: '2026-10-01T09:00:00Z', InvoiceDate: '2025-01-31' }],
    ['at an unknown moment, with a date on that day', { InvoiceDate: '2026-10-01T00:00:00' }],
  ])('made %s: a match', (_, made) => {
    expect(match([invoice(made)])).toEqual([['i1', 'content', []]]);
    expect(match([invoice(made)], 'before-write')).toEqual([]);
    // No draft of ours is missing then: an equal invoice may be anybody's.
    expect(match([invoice(made)], 'after-unknown')).toEqual([]);
  });

  it.each([
    ['the day before the claim', { CreatedUtc: '2026-09-30T23:59:59Z', InvoiceDate: '2026-10-05' }],
    ['a year before', { CreatedUtc: '2025-01-31T09:00:00Z' }],
    ['at an unknown moment, with an earlier date', { CreatedUtc: null, InvoiceDate: '2025-01-31' }],
    ['nobody knows when', { CreatedUtc: null, InvoiceDate: null }],
  ])('made %s: no match', (_, made) => {
    expect(match([invoice(made)])).toEqual([]);
  });

  it('the mark and the link to the draft need no date', () => {
    const old = { CreatedUtc: '2025-01-31T09:00:00Z' };
    expect(match([invoice({ ...old, ...marked })])).toEqual([['i1', 'mark', []]]);
    expect(match([invoice({ ...old, CreatedFromDraftId: 'd1' })])).toEqual([['i1', 'draft-link', []]]);
  });
});

describe('A8: a text that looks like a mark', () => {
  const other = markFor('invoice:2');
  const now = { CreatedUtc: '2026-10-02T08:00:00Z' };

  it.each([
    ['a ticket number', 'Ticket TC-SEARCH, TC-100234'],
    ['the mark of an earlier invoice, which is named in what was sent', 'Correction of TC-7K2M9QABCDEF'],
  ])('%s does not keep an equal invoice without our mark from being a match', (_, text) => {
    const request = { key: 'invoice:1', payload: null, mark, baseMark: mark, documents: { draftId: 'd1' }, since: 0 };
    const found = invoice({ ...now, Rows: [{ ...row, Text: text }] });
    expect(matchInvoices({ request, expected, sent: { Rows: [{ Text: text }] }, purpose: 'draft-missing' }, [found])).toMatchObject([{ evidence: 'content' }]);
  });

  it('which we did not send is the mark of another export: no match', () => {
    expect(match([invoice({ ...now, Rows: [row, { IsTextRow: true, Text: other }] })])).toEqual([]);
    expect(match([invoice({ ...now, OurReference: other })])).toEqual([]);
  });
});

describe('B4: the date of an invoice that was found', () => {
  const other = { ...marked, InvoiceDate: '2026-10-03' };

  it('counts where a conversion of ours may have made it', () => {
    expect(match([invoice({ ...marked, InvoiceDate: '2026-10-01T00:00:00' })], 'draft-missing', true)).toEqual([['i1', 'mark', []]]);
    expect(match([invoice(other)], 'draft-missing', true)).toEqual([['i1', 'mark', ['InvoiceDate']]]);
    expect(match([invoice({ CreatedFromDraftId: 'd1', InvoiceDate: '2026-10-03' })], 'draft-missing', true)).toEqual([['i1', 'draft-link', ['InvoiceDate']]]);
  });

  it('does not where only a person can have finalised the draft', () => {
    expect(match([invoice(other)])).toEqual([['i1', 'mark', []]]);
  });
});

describe('A12: the credit invoice of a void carries our texts and is not our invoice', () => {
  const credit = { ...marked, Id: 'i2', IsCreditInvoice: true, TotalAmountInvoiceCurrency: -121, TotalVatAmountInvoiceCurrency: -21 };

  it.each([
    ['it names the invoice', [invoice({ ...credit, ReferringInvoiceId: 'i1' })]],
    ['it names the invoice, which is there too', [invoice(marked), invoice({ ...credit, ReferringInvoiceId: 'i1' })]],
    ['the invoice names it', [invoice({ ...marked, CreditedBy: [{ CreditInvoiceId: 'i2' }] }), invoice(credit)]],
  ])('when %s', (_, invoices) => {
    expect(match(invoices, 'before-write')).toEqual([]);
  });

  it('one that belongs to no invoice is reported as different, for a person to decide', () => {
    expect(match([invoice(credit)], 'before-write')).toMatchObject([['i2', 'mark', expect.arrayContaining(['IsCreditInvoice'])]]);
  });
});

describe('A8: an invoice that was credited in part is ours and differs, with the figures: its items are never free', () => {
  const part = { Id: 'i2', IsCreditInvoice: true, TotalAmountInvoiceCurrency: -21, TotalVatAmountInvoiceCurrency: -3.64 };
  const credited = { CreditedBy: [{ CreditInvoiceId: 'i2' }], CreatedUtc: '2026-10-02T08:00:00Z' };

  it.each<[string, LookUpPurpose, object, string]>([
    ['found by its mark before a write', 'before-write', marked, 'mark'],
    ['found by its mark after an unknown answer', 'after-unknown', marked, 'mark'],
    ['found by the link to its draft', 'draft-missing', { CreatedFromDraftId: 'd1' }, 'draft-link'],
    ['found by content where the draft is missing', 'draft-missing', {}, 'content'],
  ])('%s', (_, purpose, change, evidence) => {
    const books = [invoice({ ...credited, ...change }), invoice(part)];
    expect(match(books, purpose)).toEqual([['i1', evidence, ['CreditedBy']]]);
  });

  it('says how much of how much, or that a part is unknown where the credit invoice cannot be read', () => {
    const request = { key: 'invoice:1', payload: null, mark, baseMark: mark, documents: {}, since: 0 };
    const actual = (invoices: readonly CustomerInvoice[]) =>
      matchInvoices({ request, expected, sent, purpose: 'before-write' }, invoices).flatMap((found) => found.differences.map((each) => each.actual));
    const ours = invoice({ ...credited, ...marked });
    expect(actual([ours, invoice(part)])).toEqual(['21.00 of 121.00']);
    expect(actual([ours])).toEqual(['an unknown part of 121.00']);
  });

  it('a document that two searches brought counts once', () => {
    expect(match([invoice(marked), invoice(marked)], 'before-write')).toHaveLength(1);
  });
});
