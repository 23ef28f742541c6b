import { describe, expect, it } from 'vitest';
import { differenceWords, itemKeysIn, withItemNames } from './difference-words.ts';

const article = '66d0157b-8702-43dd-a039-cab3740edf5c';
const names = new Map([[article, 'UREN-H Uren advies'], ['time:81', '5 Oct 2026, Advice, 1:30']]);
const words = (field: string, expected: string, actual: string): readonly string[] => {
  const { what, before, now } = differenceWords({ field, expected, actual }, names);
  return [what, before, now];
};

describe('a difference in words', () => {
  it.each([
    ['TotalAmount', '1184.25', '1299.2', ['Total', '1,184.25', '1,299.20']],
    ['TotalVatAmountInvoiceCurrency', '203.06', '-3', ['VAT', '203.06', '-3.00']],
    ['Rows[2].UnitPrice', '2500.00', '2501', ['Line 2, price', '2,500.00', '2,501.00']],
    ['Rows[2].VatRate', '21', '9', ['Line 2, VAT %', '21', '9']],
    ['Rows[3].ArticleId', article, '(none)', ['Line 3, article', 'UREN-H Uren advies', 'none']],
    ['Rows.length', '3', '4', ['Number of lines', '3', '4']],
    ['Voucher.Rows[1].DebitAmount', '484', '400', ['Booking row 1, debit', '484.00', '400.00']],
    ['Voucher.Rows', '(no further row)', 'account 1500, debit 0, credit 84', ['Further booking row', 'none', 'account 1500, debit 0, credit 84']],
    ['Voucher.VoucherDate', '2026-10-20', '2026-11-02', ['Booking date', '20 Oct 2026', '2 Nov 2026']],
    ['IncludesVat', 'true', 'false', ['Prices include VAT', 'yes', 'no']],
    ['finish', 'draft', 'final', ['Made as', 'draft', 'final invoice']],
    ['coveredHours', '(none)', 'time:81', ['Hours marked as invoiced with it', 'none', '5 Oct 2026, Advice, 1:30']],
    ['content', 'a1b2', 'c3d4', ['Something else in it', 'as it was', 'changed']],
  ])('%s', (field, expected, actual, said) => {
    expect(words(field, expected, actual)).toEqual(said);
  });

  it('a whole row is said with its values in words, whatever its text is', () => {
    const row = `Advice | Quantity 8.08 | UnitPrice 95 | ArticleId ${article}`;
    expect(words('Rows[2]', row, '(none)')).toEqual(['Line 2', 'Advice, quantity 8.08, price 95.00, article UREN-H Uren advies', 'none']);
    expect(words('Voucher.Rows[2]', '(none)', 'AccountNumber 8000 | CreditAmount 950 | TransactionText 2026-17 Molenaar')).toEqual(['Booking row 2', 'none', 'account 8000, credit 950.00, text 2026-17 Molenaar']);
    expect(words('Rows[1]', 'Periode 05-10-2026 | Zaandam', 'Periode 06-10-2026\nZaandam')).toEqual(['Line 1', 'Periode 05-10-2026, Zaandam', 'Periode 06-10-2026\nZaandam']);
  });

  it('what nobody knows stays as it is: a field, an id, an item that is gone, an amount that is none', () => {
    expect(words('SomethingNew', 'a', 'b')).toEqual(['SomethingNew', 'a', 'b']);
    expect(words('TermsOfPaymentId', 'ffffffff-8702-43dd-a039-cab3740edf5c', '(none)')).toEqual(['Terms of payment', 'ffffffff-8702-43dd-a039-cab3740edf5c', 'none']);
    expect(words('coveredHours', 'time:404', 'time:81')).toEqual(['Hours marked as invoiced with it', 'time:404', '5 Oct 2026, Advice, 1:30']);
    expect(words('TotalAmount', 'nothing', '1e21')).toEqual(['Total', 'nothing', '1e21']);
  });
});

describe('a reason that names items', () => {
  const reason = 'Some would stay (time:81: Not billable.); term:103/subscription/2026-10-01..2026-10-31, expense:9.';

  it('says their names, and the keys of those that nobody knows', () => {
    expect(itemKeysIn(reason)).toEqual(['time:81', 'term:103/subscription/2026-10-01..2026-10-31', 'expense:9']);
    expect(withItemNames(reason, names)).toBe('Some would stay (5 Oct 2026, Advice, 1:30: Not billable.); term:103/subscription/2026-10-01..2026-10-31, expense:9.');
    expect(itemKeysIn('At that time: nothing.')).toEqual([]);
  });
});
