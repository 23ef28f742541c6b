import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../src/testing/exact.ts';
import { type Body, draftBody, ledgerBody, open, row } from './harness.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 60) };
const amount = fc.integer({ min: -500_000, max: 500_000 }).map((value) => value / 100);
const quantity = fc.integer({ min: 1, max: 20_000 }).map((value) => value / 100);
const discount = fc.constantFrom(0, 0, 0.1, 0.125, 0.3333, 1);
const customers = ['1001', '1007', '1012', '1015', '1018', '1023'];
const articles = ['UREN-H', 'UREN-L', 'UREN-0', 'KM-H', 'KOSTEN-L'];
/** Pieces that a filter could take for something else than text. */
const hostile = fc.constantFrom("'", "''", 'a', ' ', ' or ', ' eq ', '(', ')', '/', ':', ',', '%27', 'é', '中', '\n', '\\', '1');
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

describe('laws of the books', { timeout: 60_000 }, () => {
  it('the total is the sum of the rows and the VAT, and the voucher of the invoice balances with it', async () => {
    const line = fc.record({ article: fc.constantFrom(...articles), quantity, price: amount, discount });
    const document = fc.record({
      customer: fc.constantFrom(...customers),
      lines: fc.array(line, { minLength: 1, maxLength: 8 }),
      credit: fc.boolean(),
      inclusive: fc.boolean(),
      rounding: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(document, async (given) => {
        const visma = open();
        visma.fake.person.changeSettings({ ShowPricesExclVatPC: given.inclusive, DomesticCurrencyRounding: given.rounding ? 1 : 0 });
        const customer = await visma.customer(given.customer);
        const rows: Body[] = [];
        for (const each of given.lines) {
          const article = await visma.article(each.article);
          rows.push(row(article.Id, each.quantity, each.price, { DiscountPercentage: each.discount }));
        }
        const { json: draft } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, rows, { IsCreditInvoice: given.credit }));
        const sign = given.credit ? -1n : 1n;
        const rowSum = sign * sum(draft['Rows'].map((each) => cents(each['Amount'])));
        const vat = cents(draft['TotalVatAmount']);
        const total = cents(draft['TotalAmount']);
        expect(rowSum + (draft['IncludesVat'] === true ? 0n : vat) + cents(draft['TotalRoundings'])).toBe(total);

        const { json: invoice } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert`);
        expect(cents(invoice['TotalAmountInvoiceCurrency'])).toBe(total);
        const parts = invoice.VatSpecification;
        expect(sum(parts.map((part) => cents(part['VatAmountInvoiceCurrency'])))).toBe(vat);
        const [voucher] = visma.fake.books.vouchers;
        const debit = sum(voucher?.Rows.map((each) => cents(each.DebitAmount)) ?? []);
        expect(debit).toBe(sum(voucher?.Rows.map((each) => cents(each.CreditAmount)) ?? []));
        const receivable = voucher?.Rows.filter(({ AccountNumber }) => AccountNumber === 1300) ?? [];
        expect(sum(receivable.map((each) => cents(each.DebitAmount) - cents(each.CreditAmount)))).toBe(cents(invoice['TotalAmount']));
      }),
      runs,
    );
  });

  it('a voucher gets into the books exactly when its sides are equal', async () => {
    const side = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(side, side, async (debits, credits) => {
        const visma = open();
        const customer = await visma.customer('1001');
        const total = debits.reduce((all, value) => all + value, 0);
        const rows = [
          ...debits.map((value) => ({ AccountNumber: 1300, DebitAmount: value / 100 })),
          ...credits.map((value) => ({ AccountNumber: 8000, CreditAmount: value / 100 })),
        ];
        const body = ledgerBody(customer.Id, { TotalAmountInvoiceCurrency: total / 100, RemainingAmountInvoiceCurrency: total / 100 }, { Rows: rows });
        const { status } = await visma.post('/customerledgeritems/customerledgeritemswithvoucher', body);
        const balanced = total === credits.reduce((all, value) => all + value, 0);
        expect(status).toBe(balanced ? 201 : 400);
        expect([visma.fake.books.vouchers.length, visma.fake.books.ledgerItems.length]).toEqual(balanced ? [1, 1] : [0, 0]);
      }),
      runs,
    );
  });

  it('paging covers everything exactly once, whatever the page size', async () => {
    const visma = open({ rateLimit: false });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), fc.constantFrom('/customers', '/accounts', '/countries'), async (size, path) => {
        const ids: unknown[] = [];
        for (let page = 1, pages = 1; page <= pages; page += 1) {
          const { Meta, Data } = await visma.list(path, { $page: String(page), $pagesize: String(size) });
          pages = Meta.TotalNumberOfPages;
          ids.push(...Data.map((each) => JSON.stringify(each)));
          if (page === pages) expect(ids).toHaveLength(Meta.TotalNumberOfResults);
        }
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it('a text in a filter is only ever a text', async () => {
    const visma = open({ rateLimit: false });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: hostile, maxLength: 12 }), async (text) => {
        const quoted = `'${text.replaceAll("'", "''")}'`;
        const page = await visma.list('/customers', { $filter: `Name eq ${quoted} or CustomerNumber eq '1001'` });
        const equal = page.Data.filter((each) => String(each['Name']).toLowerCase() === text.toLowerCase());
        expect(page.Data).toHaveLength(equal.length + (equal.some((each) => each['CustomerNumber'] === '1001') ? 0 : 1));
      }),
      runs,
    );
  });
});
