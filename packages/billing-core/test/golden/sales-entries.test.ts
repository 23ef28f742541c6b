import { describe, expect, it } from 'vitest';
import type { Customer, Invoice, InvoiceRow, ProblemCode, SalesEntry, SalesEntryPolicy } from '../../src/index.ts';
import { proposeSalesEntry } from '../../src/index.ts';
import { customer, entryPolicy, invoice } from '../support/builders.ts';
import { expectSound } from '../support/sound.ts';
import { frac, over, plus, text, times, total } from '../support/rational.ts';

function book(change: Partial<Invoice> = {}, rules: Partial<SalesEntryPolicy> = {}, who: Partial<Customer> = {}): SalesEntry {
  const result = proposeSalesEntry(invoice(change), customer(who), entryPolicy(rules));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
function refused(change: Partial<Invoice>, rules: Partial<SalesEntryPolicy> = {}, who: Partial<Customer> = {}): readonly ProblemCode[] {
  const result = proposeSalesEntry(invoice(change), customer(who), entryPolicy(rules));
  expect(result.ok).toBe(false);
  expectSound(result.problems);
  for (const { sources } of result.problems) expect(sources).toEqual([{ kind: 'invoice', id: 'i1' }]);
  return result.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
/** `account debit|credit vatCode/vatAmount` of each row. */
const rows = ({ rows: list }: SalesEntry): string[] =>
  list.map(({ account, debit, credit, vatCodeId, vatAmount }) => `${account} ${debit}|${credit}${vatCodeId ? ` ${vatCodeId}/${vatAmount ?? ''}` : ''}`);
const row = (price: string, taxPercent: string, more: Partial<InvoiceRow> = {}): InvoiceRow => ({ quantity: '1', price, taxPercent, ...more });

describe('C1: the form of a sales entry', () => {
  it('receivable = total; revenue = net with VAT code and amount; a row on the VAT account', () => {
    expect(book()).toMatchObject({
      key: 'invoice:i1', invoiceId: 'i1', invoiceNumber: 20260017, invoiceNumberText: '2026-17', customerId: 'c1', invoiceDate: '2026-03-31',
      dueDate: '2026-04-30', currencyCode: 'EUR', isCreditInvoice: false, totalAmount: '1210.00', netAmount: '1000.00', vatAmount: '210.00',
      roundingAmount: '0.00', voucherVatForm: 'explicit', voucherText: 'Factuur 2026-17, Bakkerij Jansen', exchangeRate: undefined,
    });
    expect(rows(book())).toEqual(['1300 1210.00|0.00', '8000 0.00|1000.00 V21/210.00', '1500 0.00|210.00']);
    expect(book().rows.map(({ role, text: said, vatKind, vatRate }) => [role, said, vatKind, vatRate])).toEqual([
      ['receivable', '2026-17 Bakkerij Jansen', undefined, undefined], ['revenue', '2026-17 Bakkerij Jansen', 'domestic-high', '21'], ['vat', '2026-17 Bakkerij Jansen', 'domestic-high', '21'],
    ]);
  });

  it('without VatAmount, and automatic: the other forms', () => {
    expect(rows(book({}, { voucherVatForm: 'explicitWithoutVatAmount' }))).toEqual(['1300 1210.00|0.00', '8000 0.00|1000.00 V21/', '1500 0.00|210.00']);
    expect(rows(book({}, { voucherVatForm: 'automatic' }))).toEqual(['1300 1210.00|0.00', '8000 0.00|1210.00 V21/']);
    expect(book({}, { voucherVatForm: 'automatic' }).voucherVatForm).toBe('automatic');
  });

  it('D3: verlegd has no VAT row and the code on the revenue row', () => {
    const reverse = { vatNumber: 'NL123456789B01', reverseCharge: true };
    const entry = book({ total: '1000.00', rows: [row('1000.00', '0')] }, {}, reverse);
    expect(rows(entry)).toEqual(['1300 1000.00|0.00', '8000 0.00|1000.00 VV/0.00']);
  });

  it('texts keep to their lengths and begin with the number', () => {
    const entry = book({ customerName: 'x'.repeat(2000) });
    expect(entry.voucherText).toHaveLength(1000);
    expect(entry.rows[0]?.text).toHaveLength(60);
    expect(entry.rows[0]?.text).toMatch(/^2026-17 x+\.\.\.$/);
    expect(book({ customerName: undefined }, { language: 'en' }).voucherText).toBe('Invoice 2026-17, Bakkerij Jansen');
  });
});

describe('C3: the revenue account', () => {
  const revenue: SalesEntryPolicy['revenue'] = {
    articles: [{ codes: ['9', 'B'], accounts: { 'domestic-low': '8090' } }, { codes: ['708C96D3-943d', '42'], accounts: { 'domestic-high': '8042' } }],
    activities: [{ code: 'other', account: '8998' }, { code: 'ADV', account: '8100' }],
    perVatKind: { 'domestic-low': '8010' },
    fallback: '8000',
  };
  const account = (code: string | undefined, taxPercent = '21'): string | undefined =>
    book({ total: taxPercent === '21' ? '121.00' : '109.00', totalExTax: '100.00', rows: [row('100.00', taxPercent, { code })] }, { revenue }).rows[1]?.account;

  it('article by GUID or number for the VAT kind, else the activity, else per VAT kind, else the default', () => {
    expect(account('708c96d3-943D')).toBe('8042');
    expect(account(' 42 ')).toBe('8042');
    expect(account('42', '9')).toBe('8010');
    expect(account('adv', '9')).toBe('8100');
    expect(account('ADV')).toBe('8100');
    expect(account('nothing')).toBe('8000');
    expect(account(' ')).toBe('8000');
    expect(account(undefined, '9')).toBe('8010');
  });

  it('a code of several articles with different accounts is refused with the accounts; with equal ones it is not', () => {
    const shared = (...accounts: readonly (string | undefined)[]) => ({
      articles: accounts.map((one, index) => ({ codes: [`guid-${index}`, '42'], accounts: one === undefined ? {} : { 'domestic-high': one } })),
      fallback: '8000',
    });
    const said = (revenueOf: SalesEntryPolicy['revenue']) =>
      proposeSalesEntry(invoice({ rows: [row('1000.00', '21', { code: ' 42' })] }), customer(), entryPolicy({ revenue: revenueOf })).problems.map(({ code, message }) => [code, message]);
    expect(said(shared('8042', '8043'))).toEqual([['account-ambiguous', 'Code " 42" with VAT kind domestic-high leads to the accounts 8042 and 8043: it belongs to several articles.']]);
    expect(said(shared('8042', undefined))).toEqual([['account-ambiguous', 'Code " 42" with VAT kind domestic-high leads to the accounts 8042 and 8000: it belongs to several articles.']]);
    expect(said({ ...shared('8042', undefined), fallback: undefined })).toEqual([['account-ambiguous', 'Code " 42" with VAT kind domestic-high leads to the accounts 8042 and none: it belongs to several articles.']]);
    expect(said({ activities: [{ code: '42', account: '8042' }, { code: '42', account: '8043' }] })[0]?.[0]).toBe('account-ambiguous');
    for (const same of [shared('8042', '8042'), shared('8000', undefined), shared('8042')]) expect(said(same)).toEqual([]);
  });

  it('revenue per account, VAT kind and project; equal ones together', () => {
    const list = [row('10.00', '21', { projectId: 'p1' }), row('20.00', '21', { projectId: 'p2' }), row('30.00', '21', { projectId: 'p1' }), row('40.00', '21', { code: 'ADV' })];
    const entry = book({ totalExTax: '100.00', total: '121.00', rows: list }, { revenue });
    expect(rows(entry)).toEqual(['1300 121.00|0.00', '8000 0.00|40.00 V21/8.40', '8000 0.00|20.00 V21/4.20', '8100 0.00|40.00 V21/8.40', '1500 0.00|21.00']);
    expect(entry.rows[1]).toMatchObject({ projectId: 'p1', parts: [{ invoiceRow: 0, amount: '10.00' }, { invoiceRow: 2, amount: '30.00' }] });
  });

  it('a suggestion of the account that differs is shown, not followed', () => {
    const result = proposeSalesEntry(invoice(), customer(), entryPolicy({ accountVatCodes: { 8000: 'V9' } }));
    expect(result).toMatchObject({ ok: true, problems: [{ code: 'account-vat-differs', severity: 'warning', details: { account: '8000', suggested: 'V9' } }] });
    expect(proposeSalesEntry(invoice(), customer(), entryPolicy({ accountVatCodes: { 8000: 'V21' } })).problems).toEqual([]);
  });
});

/** By hand: what the document prints, and where each cent goes. */
const DOCUMENTS: readonly { readonly what: string; readonly change: Partial<Invoice>; readonly expected: readonly string[] }[] = [
  {
    what: 'one rate: VAT = total - net, whatever the rows would give',
    change: { rows: [row('0.33', '21'), row('0.33', '21'), row('0.33', '21')], totalExTax: '0.99', total: '1.20' },
    expected: ['1300 1.20|0.00', '8000 0.00|0.99 V21/0.21', '1500 0.00|0.21'],
  },
  {
    what: 'one rate, VAT rounded per row: 3 x 0.07 = 0.21, here 3 x 0.0693 printed as 0.21',
    change: { rows: [row('0.33', '21'), row('0.33', '21'), row('0.34', '21')], totalExTax: '1.00', total: '1.22' },
    expected: ['1300 1.22|0.00', '8000 0.00|1.00 V21/0.22', '1500 0.00|0.22'],
  },
  {
    what: 'two rates: 21.00 + 0.90',
    change: { rows: [row('100.00', '21'), row('10.00', '9')], totalExTax: '110.00', total: '131.90' },
    expected: ['1300 131.90|0.00', '8000 0.00|100.00 V21/21.00', '8000 0.00|10.00 V9/0.90', '1500 0.00|21.00', '1501 0.00|0.90'],
  },
  {
    what: 'two rates: 2.0979 + 0.9045 = 3.0024 printed 3.00: the largest part gets the cent',
    change: { rows: [row('9.99', '21'), row('10.05', '9')], totalExTax: '20.04', total: '23.04' },
    expected: ['1300 23.04|0.00', '8000 0.00|9.99 V21/2.10', '8000 0.00|10.05 V9/0.90', '1500 0.00|2.10', '1501 0.00|0.90'],
  },
  {
    what: 'a row discount of 10 %, and one of 5.00',
    change: { rows: [row('100.00', '21', { discountPercent: '10' }), row('15.00', '21', { discountAmount: '5.00' })], totalExTax: '100.00', total: '121.00' },
    expected: ['1300 121.00|0.00', '8000 0.00|100.00 V21/21.00', '1500 0.00|21.00'],
  },
  {
    what: 'a document allowance of 10.00 at 21 % and a charge of 5.00 at 9 %',
    change: {
      rows: [row('110.00', '21')], totalExTax: '105.00', total: '126.45',
      adjustments: [{ kind: 'allowance', amount: '10.00', taxPercent: '21' }, { kind: 'charge', amount: '5.00', taxPercent: '9', description: 'Porto' }],
    },
    expected: ['1300 126.45|0.00', '8000 0.00|100.00 V21/21.00', '8000 0.00|5.00 V9/0.45', '1500 0.00|21.00', '1501 0.00|0.45'],
  },
  {
    what: 'payable rounding of -0.01 stands on its own row',
    change: { rows: [row('9.93', '21')], totalExTax: '9.93', total: '12.00', payableRounding: '-0.02' },
    expected: ['1300 12.00|0.00', '8000 0.00|9.93 V21/2.09', '1500 0.00|2.09', '4990 0.02|0.00'],
  },
  {
    what: 'payable rounding up',
    change: { rows: [row('9.90', '21')], totalExTax: '9.90', total: '12.00', payableRounding: '0.02' },
    expected: ['1300 12.00|0.00', '8000 0.00|9.90 V21/2.08', '1500 0.00|2.08', '4990 0.00|0.02'],
  },
  {
    what: 'a negative row stays in a normal invoice, on the debit side where its account has nothing else',
    change: { rows: [row('200.00', '21'), row('-100.00', '9', { quantity: '1' })], totalExTax: '100.00', total: '133.00' },
    expected: ['1300 133.00|0.00', '8000 0.00|200.00 V21/42.00', '8000 100.00|0.00 V9/9.00', '1500 0.00|42.00', '1501 9.00|0.00'],
  },
  {
    what: 'rows with more decimals than cents: 3 x 3.335 = 10.005 printed as 10.01',
    change: { rows: [row('3.335', '21'), row('3.335', '21'), row('3.335', '21')], totalExTax: '10.01', total: '12.11' },
    expected: ['1300 12.11|0.00', '8000 0.00|10.01 V21/2.10', '1500 0.00|2.10'],
  },
  {
    what: 'VAT per rate as printed leads over what the rows would give',
    change: { rows: [row('100.00', '21'), row('100.00', '9')], totalExTax: '200.00', total: '230.00', vatPerRate: [{ taxPercent: '21.0', amount: '20.99' }, { taxPercent: '9', amount: '9.01' }] },
    expected: ['1300 230.00|0.00', '8000 0.00|100.00 V21/20.99', '8000 0.00|100.00 V9/9.01', '1500 0.00|20.99', '1501 0.00|9.01'],
  },
];

describe('C4: the sent document leads, by hand', () => {
  it.each(DOCUMENTS)('$what', ({ change, expected }) => {
    const entry = book(change);
    expect(rows(entry)).toEqual(expected);
    const side = (name: 'debit' | 'credit') => text(total(entry.rows.map((one) => frac(one[name]))), 2);
    expect(side('debit')).toBe(side('credit'));
    expect(entry.rows[0]?.debit).toBe(entry.totalAmount);
  });

  it('VAT rounded per row: ten rows of 0.25 at 21 % are 10 x 0.05 = 0.50, not 0.53', () => {
    const list = Array.from({ length: 10 }, () => row('0.25', '21'));
    expect(rows(book({ rows: list, totalExTax: '2.50', total: '3.00' }))).toEqual(['1300 3.00|0.00', '8000 0.00|2.50 V21/0.50', '1500 0.00|0.50']);
    expect(text(over(times(frac('2.50'), frac(21)), frac(100)), 2)).toBe('0.53');
  });

  it('with two rates, VAT rounded per row is found as well', () => {
    const list = [...Array.from({ length: 10 }, () => row('0.25', '21')), row('1.00', '9')];
    expect(rows(book({ rows: list, totalExTax: '3.50', total: '4.09' })).slice(-2)).toEqual(['1500 0.00|0.50', '1501 0.00|0.09']);
  });

  it.each<[string, Partial<Invoice>, Partial<SalesEntryPolicy>?]>([
    ['the net differs from the rows by more than a cent a row', { totalExTax: '999.98', total: '1209.98' }],
    ['the VAT differs by more than a cent a row', { total: '1210.02' }],
    ['VAT on rows without VAT', { rows: [row('1000.00', '0')] }, { vat: { ...entryPolicy().vat, rates: [{ percentage: '0', vatKind: 'domestic-zero' }] } }],
    ['VAT per rate that does not add up', { vatPerRate: [{ taxPercent: '21', amount: '209.99' }] }],
    ['VAT per rate for a rate that no row has', { vatPerRate: [{ taxPercent: '21', amount: '200.00' }, { taxPercent: '9', amount: '10.00' }] }],
    ['a discount that the total forgot', { rows: [row('1000.00', '21', { discountPercent: '1' })] }],
  ])('refused: %s', (_, change, rules = {}) => {
    expect(refused(change, rules)).toEqual(['invoice-total']);
  });

  it('C4: a cent a row is accepted, and says so nowhere else', () => {
    expect(rows(book({ totalExTax: '999.99', total: '1209.99' }))).toEqual(['1300 1209.99|0.00', '8000 0.00|999.99 V21/210.00', '1500 0.00|210.00']);
    expect(rows(book({ total: '1210.01' }))).toEqual(['1300 1210.01|0.00', '8000 0.00|1000.00 V21/210.01', '1500 0.00|210.01']);
  });

  it('refused with both figures in the message', () => {
    const result = proposeSalesEntry(invoice({ totalExTax: '900.00', total: '1110.00' }), customer(), entryPolicy());
    expect(result.problems[0]).toMatchObject({ message: 'The rows without VAT add up to 1000.000000, but the invoice says 900.00.', details: { rows: '1000.000000', printed: '900.00' } });
    const vat = proposeSalesEntry(invoice({ total: '1300.00' }), customer(), entryPolicy());
    expect(vat.problems[0]).toMatchObject({ message: 'The VAT of the rows is 210.000000, but the invoice says 300.00.', details: { rows: '210.000000', printed: '300.00' } });
  });
});

describe('C5: a paid invoice', () => {
  it('is booked as an open one is, with the whole total: the payment comes from the bank', () => {
    expect(book({ status: 'Paid' })).toEqual(book({ status: 'Open' }));
    expect(book({ status: 'Paid' }).rows[0]).toMatchObject({ role: 'receivable', debit: '1210.00' });
  });
});

describe('C6: credit', () => {
  it('a negative line stays in an ordinary invoice, on the other side', () => {
    const rows = [row('1000.00', '21'), row('-200.00', '21', { projectId: 'p9' })];
    const entry = book({ rows, totalExTax: '800.00', total: '968.00' });
    expect(entry.isCreditInvoice).toBe(false);
    expect(entry.rows.map(({ role, debit, credit, vatAmount }) => [role, debit, credit, vatAmount])).toEqual([
      ['receivable', '968.00', '0.00', undefined], ['revenue', '0.00', '1000.00', '210.00'], ['revenue', '200.00', '0.00', '42.00'], ['vat', '0.00', '168.00', undefined],
    ]);
  });

  const negative = { credit: true, total: '-1210.00', totalExTax: '-1000.00', rows: [row('-1000.00', '21')] };
  const positive = { credit: true, rows: [row('1000.00', '21')] };

  it('sides are swapped, rows are never negative, totals are negative', () => {
    const entry = book(negative);
    expect(rows(entry)).toEqual(['1300 0.00|1210.00', '8000 1000.00|0.00 V21/210.00', '1500 210.00|0.00']);
    expect(entry).toMatchObject({ isCreditInvoice: true, totalAmount: '-1210.00', netAmount: '-1000.00', vatAmount: '-210.00', voucherText: 'Creditfactuur 2026-17, Bakkerij Jansen' });
  });

  it('both signs of the source give the same entry', () => {
    expect(book(positive, { sourceCreditSign: 'positive' })).toEqual(book(negative));
    expect(book({ ...negative, rows: positive.rows })).toEqual(book(negative));
  });

  it('the sign of the totals is an option', () => {
    const entry = book({ ...negative, payableRounding: '-0.01', total: '-1210.01' }, { creditTotals: 'positive' });
    expect(entry).toMatchObject({ totalAmount: '1210.01', netAmount: '1000.00', vatAmount: '210.00', roundingAmount: '0.01' });
    expect(rows(entry)).toEqual(['1300 0.00|1210.01', '8000 1000.00|0.00 V21/210.00', '1500 210.00|0.00', '4990 0.01|0.00']);
  });

  it('VAT per rate turns with the totals', () => {
    const list = [row('-100.00', '21'), row('-100.00', '9')];
    const change = { credit: true, rows: list, totalExTax: '-200.00', total: '-230.00', vatPerRate: [{ taxPercent: '21', amount: '-20.99' }, { taxPercent: '9', amount: '-9.01' }] };
    expect(rows(book(change)).slice(-2)).toEqual(['1500 20.99|0.00', '1501 9.01|0.00']);
  });

  it('the wrong sign, and an ordinary invoice below zero, are refused', () => {
    expect(refused({ ...positive })).toEqual(['credit-sign', 'invoice-total']);
    expect(refused(negative, { sourceCreditSign: 'positive' })).toContain('credit-sign');
    expect(refused({ ...negative, credit: false })).toEqual(['negative-total']);
  });
});

describe('B6: foreign currency', () => {
  const dollars = { currencyCode: 'usd', total: '121.00', totalExTax: '100.00', rows: [row('33.33', '21'), row('33.33', '21', { code: 'x' }), row('33.34', '21')] };
  const rules = { foreignSalesEntries: 'book' as const, exchangeRates: { USD: '0.9137' } };

  it('is refused by default, and without a rate', () => {
    expect(refused(dollars)).toEqual(['foreign-currency']);
    expect(refused(dollars, { exchangeRates: { USD: '0.9' }, foreignSalesEntries: 'refuse' })).toEqual(['foreign-currency']);
    for (const exchangeRates of [{}, { USD: 'x' }, { USD: '0' }]) expect(refused(dollars, { ...rules, exchangeRates })).toEqual(['exchange-rate-missing']);
  });

  it('books rows in the company currency, totals in the invoice currency, balanced', () => {
    const entry = book(dollars, rules);
    expect(entry).toMatchObject({ currencyCode: 'USD', exchangeRate: '0.9137', totalAmount: '121.00', netAmount: '100.00', vatAmount: '21.00' });
    expect(rows(entry)).toEqual(['1300 110.56|0.00', '8000 0.00|91.37 V21/19.19', '1500 0.00|19.19']);
    expect(text(times(frac('121.00'), frac('0.9137')), 2)).toBe('110.56');
  });

  it('the company currency needs no rate, however it is spelled', () => {
    expect(book({ currencyCode: 'eur' }).exchangeRate).toBeUndefined();
    expect(book({}, { currencyCode: 'eur', exchangeRates: { EUR: '2' } })).toMatchObject({ exchangeRate: undefined, rows: [{ debit: '1210.00' }, {}, {}] });
  });
});

describe('what is refused, all at once', () => {
  it('C8: an unsent invoice', () => {
    expect(refused({ status: 'Concept' })).toEqual(['invoice-not-sent']);
    expect(book({ status: 'Paid' }).totalAmount).toBe('1210.00');
  });

  it.each<[string, Partial<Invoice>, Partial<SalesEntryPolicy>, readonly ProblemCode[]]>([
    ['another customer', { customerId: 'c2' }, {}, ['customer-mismatch']],
    ['a date', { date: '2026-13-01' }, {}, ['malformed']],
    ['a due date', { dueDate: '' }, {}, ['malformed']],
    ['more decimals than cents', { total: '1210.001' }, {}, ['malformed']],
    ['a net that is no number', { totalExTax: 'x' }, {}, ['malformed']],
    ['a rounding that is no number', { payableRounding: 'x' }, {}, ['malformed']],
    ['a row that is no number', { rows: [row('x', '21')] }, {}, ['malformed']],
    ['a discount that is no number', { rows: [row('1000.00', '21', { discountPercent: 'x' })] }, {}, ['malformed']],
    ['an allowance below zero', { adjustments: [{ kind: 'allowance', amount: '-1', taxPercent: '21' }] }, {}, ['malformed']],
    ['a VAT rate that is no number', { vatPerRate: [{ taxPercent: 'x', amount: '210.00' }] }, {}, ['malformed', 'invoice-total']],
    ['a VAT amount that is no number', { vatPerRate: [{ taxPercent: '21', amount: 'x' }] }, {}, ['invoice-total', 'malformed']],
    ['an unmapped rate', { rows: [row('1000.00', '6')] }, {}, ['vat-rate-unmapped']],
    ['no revenue account', {}, { revenue: {} }, ['account-missing']],
    ['no VAT code', {}, { vatCodes: {} }, ['vat-code-missing']],
    ['no VAT account', {}, { vatCodes: { 'domestic-high': { vatCodeId: 'V21' } } }, ['account-missing']],
    ['a rounding of more than 1.00', { payableRounding: '1.01', total: '1211.01' }, {}, ['invoice-rounding']],
    ['a rounding of less than -1.00', { payableRounding: '-1.01', total: '1208.99' }, {}, ['invoice-rounding']],
    ['a rounding without an account', { payableRounding: '0.01', total: '1210.01' }, { roundingAccount: undefined }, ['account-missing']],
    ['more than Visma takes', { rows: [row('90000000.00', '21')], totalExTax: '90000000.00', total: '108900000.00' }, {}, ['amount-too-large']],
    ['nothing at all', { rows: [], totalExTax: '0.00', total: '0.00' }, {}, ['nothing-to-book']],
  ])('%s', (_, change, rules, codes) => {
    expect([...refused(change, rules)].sort()).toEqual([...codes].sort());
  });

  it('messages and details name what has to be mended', () => {
    const said = (change: Partial<Invoice>, rules: Partial<SalesEntryPolicy> = {}, who: Partial<Customer> = {}) => {
      const { problems } = proposeSalesEntry(invoice(change), customer(who), entryPolicy(rules));
      return problems.map(({ message, details }) => [message, details]);
    };
    expect(said({}, { revenue: {} })).toEqual([['No revenue account for code "ADV" with VAT kind domestic-high.', { vatKind: 'domestic-high', code: 'ADV' }]]);
    expect(said({ rows: [row('1000.00', '21')] }, { revenue: {} })).toEqual([['No revenue account for code "" with VAT kind domestic-high.', { vatKind: 'domestic-high', code: '' }]]);
    expect(said({}, { vatCodes: {} })).toEqual([['No VAT code for VAT kind domestic-high.', { vatKind: 'domestic-high', code: 'ADV' }]]);
    expect(said({}, { vatCodes: { 'domestic-high': { vatCodeId: 'V' } } })).toEqual([['No VAT account for VAT kind domestic-high.', { vatKind: 'domestic-high', code: 'ADV' }]]);
    expect(said({ rows: [row('1000.00', '21'), row('x', '21')] })).toEqual([['Row 2 of the invoice has a malformed figure.', { row: '2' }]]);
    expect(said({ total: 'x' })).toEqual([['The total "x" of the invoice is not an amount of whole cents.', { field: 'total' }]]);
    expect(said({ totalExTax: 'x' })).toEqual([['The totalExTax "x" of the invoice is not an amount of whole cents.', { field: 'totalExTax' }]]);
    expect(said({ payableRounding: 'x' })).toEqual([['The payableRounding "x" of the invoice is not an amount of whole cents.', { field: 'payableRounding' }]]);
    expect(said({ vatPerRate: [{ taxPercent: '21', amount: 'x' }] })[1]).toEqual(['The vatPerRate "x" of the invoice is not an amount of whole cents.', { field: 'vatPerRate' }]);
    expect(said({ currencyCode: 'usd' })).toEqual([['The invoice is in USD, the company books in EUR, and foreign sales entries are refused.', { currencyCode: 'USD' }]]);
    expect(said({ currencyCode: 'usd' }, { foreignSalesEntries: 'book' })).toEqual([['No exchange rate for USD.', { currencyCode: 'USD' }]]);
    expect(said({ companyInvoiceId: -1 })).toEqual([['Invoice number 2026--1: its id is not a whole number.', { number: '2026--1' }]]);
    expect(proposeSalesEntry(invoice(), customer(), entryPolicy({ accountVatCodes: { 8000: 'V9' } })).problems.map(({ message, details }) => [message, details])).toEqual([
      ['Account 8000 suggests another VAT code than domestic-high has.', { vatKind: 'domestic-high', code: 'ADV', account: '8000', suggested: 'V9' }],
    ]);
  });

  it('every VAT kind has its code, and only those with VAT a row for it', () => {
    const kinds = { customers: { c1: 'domestic-exempt' as const } };
    expect(rows(book({ total: '1000.00', rows: [row('1000.00', '0')] }, { vat: { ...entryPolicy().vat, ...kinds } }))).toEqual(['1300 1000.00|0.00', '8000 0.00|1000.00 VX/0.00']);
  });

  it('D5: discounts: the percentage first, then the amount', () => {
    expect(rows(book({ rows: [row('100.00', '21', { quantity: '2', discountPercent: '25', discountAmount: '50.00' })], totalExTax: '100.00', total: '121.00' }))[1]).toBe('8000 0.00|100.00 V21/21.00');
  });

  it('D5: allowances and charges go to the account of their code', () => {
    const adjustments = [{ kind: 'charge' as const, amount: '10.00', taxPercent: '21', code: 'PORTO', description: 'Porto' }];
    const entry = book({ adjustments, totalExTax: '1010.00', total: '1222.10' }, { revenue: { activities: [{ code: 'porto', account: '8200' }], fallback: '8000' } });
    expect(entry.rows[2]).toMatchObject({ account: '8200', credit: '10.00', vatAmount: '2.10', parts: [{ invoiceRow: 1, description: 'Porto', amount: '10.00' }] });
  });

  it('VAT of different kinds on one account stays apart', () => {
    const vatCodes = { 'domestic-high': { vatCodeId: 'V21', account: '1500' }, 'domestic-low': { vatCodeId: 'V9', account: '1500' } };
    expect(rows(book({ rows: [row('100.00', '21'), row('100.00', '9')], totalExTax: '200.00', total: '230.00' }, { vatCodes })).slice(-2)).toEqual(['1500 0.00|21.00', '1500 0.00|9.00']);
  });

  const free = { vat: { ...entryPolicy().vat, rates: [...entryPolicy().vat.rates, { percentage: '0', vatKind: 'domestic-zero' as const }] } };

  it('a cent of VAT never lands on a row without VAT, and rows keep the order of the invoice', () => {
    expect(rows(book({ rows: [row('100.00', '0'), row('100.00', '21')], totalExTax: '200.00', total: '221.01' }, free))).toEqual(['1300 221.01|0.00', '8000 0.00|100.00 V0/0.00', '8000 0.00|100.00 V21/21.01', '1500 0.00|21.01']);
    expect(rows(book({ rows: [row('100.00', '21'), row('100.00', '0')], totalExTax: '200.00', total: '221.00' }, free)).slice(1, 3)).toEqual(['8000 0.00|100.00 V21/21.00', '8000 0.00|100.00 V0/0.00']);
    const mixed = book({ rows: [row('1.00', '9'), row('2.00', '21'), row('3.00', '9')], totalExTax: '6.00', total: '6.78' });
    expect(mixed.rows.map(({ parts }) => parts.map(({ invoiceRow }) => invoiceRow))).toEqual([[], [0, 2], [1], [0, 2], [1]]);
  });

  it('VAT computed per rate is found per rate: 10 x 10.01 at 21 % is 21.02, 10.03 at 9 % is 0.90', () => {
    const list = [...Array.from({ length: 10 }, () => row('10.01', '21')), row('10.03', '9')];
    expect(rows(book({ rows: list, totalExTax: '110.13', total: '132.05' })).slice(-2)).toEqual(['1500 0.00|21.02', '1501 0.00|0.90']);
  });

  it('rows of one account that cancel out are left out, with their VAT', () => {
    const list = [row('10.00', '21', { code: 'X' }), row('-10.00', '21', { code: 'X' }), row('5.00', '9')];
    const revenue = { activities: [{ code: 'x', account: '8300' }], fallback: '8000' };
    expect(rows(book({ rows: list, totalExTax: '5.00', total: '5.45' }, { revenue }))).toEqual(['1300 5.45|0.00', '8000 0.00|5.00 V9/0.45', '1501 0.00|0.45']);
  });

  it('an allowance of nothing is nothing, and rows of nothing book nothing', () => {
    const adjustments = [{ kind: 'allowance' as const, amount: '0.00', taxPercent: '21' }];
    expect(rows(book({ adjustments }))).toEqual(rows(book()));
    expect(book({ adjustments: undefined }).rows.at(-1)?.parts).toHaveLength(1);
    expect(book({ total: '1210.01', payableRounding: '0.01' }).rows.at(-1)?.parts).toEqual([]);
    expect(book().rows[0]?.parts).toEqual([]);
  });

  it('a foreign entry with two rates and rounding balances to the cent', () => {
    const change = { currencyCode: 'USD', rows: [row('9.99', '21'), row('10.05', '9'), row('5.00', '21')], totalExTax: '25.04', total: '29.10', payableRounding: '0.01' };
    const entry = book(change, { foreignSalesEntries: 'book', exchangeRates: { USD: '0.8765' } });
    expect(rows(entry)).toEqual(['1300 25.51|0.00', '8000 0.00|13.14 V21/2.76', '8000 0.00|8.81 V9/0.79', '1500 0.00|2.76', '1501 0.00|0.79', '4990 0.00|0.01']);
  });

  it('99,999,999.99 is the most that Visma takes', () => {
    const zero = { vat: { ...entryPolicy().vat, customers: { c1: 'domestic-zero' as const } } };
    const most = (price: string): Partial<Invoice> => ({ rows: [row(price, '0')], totalExTax: price, total: price });
    expect(book(most('99999999.99'), zero).totalAmount).toBe('99999999.99');
    expect(refused(most('100000000.00'), zero)).toEqual(['amount-too-large']);
  });

  it('every problem of an invoice in one answer', () => {
    expect(refused({ status: 'Concept', date: 'x', currencyCode: 'USD', companyInvoiceId: -1, rows: [row('x', '6')] })).toEqual([
      'foreign-currency', 'invoice-not-sent', 'invoice-number', 'malformed', 'malformed', 'vat-rate-unmapped',
    ]);
  });

  it('an account for payable rounding is needed only where there is one', () => {
    expect(rows(book({}, { roundingAccount: undefined }))).toHaveLength(3);
  });

  it('automatic VAT needs no VAT account; a rounding of 1.00 is allowed', () => {
    expect(rows(book({}, { voucherVatForm: 'automatic', vatCodes: { 'domestic-high': { vatCodeId: 'V21' } } }))).toHaveLength(2);
    expect(book({ payableRounding: '1.00', total: '1211.00' }).roundingAmount).toBe('1.00');
    expect(book({ payableRounding: '-1.00', total: '1209.00' }).roundingAmount).toBe('-1.00');
    expect(text(plus(frac('1210.00'), frac('-1.00')), 2)).toBe('1209.00');
  });
});
