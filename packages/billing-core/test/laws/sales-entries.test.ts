import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invoice, SalesEntry, SalesEntryPolicy } from '../../src/index.ts';
import { checkInvoiceNumbers, explainSalesEntry, proposeSalesEntry } from '../../src/index.ts';
import { decimal, money, runs } from '../support/arbitraries.ts';
import { customer, entryPolicy, invoice } from '../support/builders.ts';
import { type Fraction, frac, lessOrEqual, minus, over, round, size, text, times, total } from '../support/rational.ts';

const percent = fc.constantFrom('21', '9');
const row = fc.record({
  quantity: fc.oneof(decimal(1, 20, 0), decimal(0, 10, 2)), price: fc.oneof(money, decimal(0, 100, 4)), taxPercent: percent,
  code: fc.constantFrom('A', 'B', undefined), projectId: fc.constantFrom('p1', undefined), discountPercent: fc.constantFrom(undefined, '10', '33.3'),
});
const adjustment = fc.record({ kind: fc.constantFrom('allowance' as const, 'charge' as const), amount: decimal(0, 20, 2), taxPercent: percent });

const netOf = (one: { quantity: string; price: string; discountPercent?: string | undefined }): Fraction =>
  times(times(frac(one.quantity), frac(one.price)), over(minus(frac(100), frac(one.discountPercent ?? '0')), frac(100)));

/** What a program that issues invoices prints: rows rounded, VAT per rate or per row, perhaps rounded to 5 cents. */
const documents = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 12 }), adjustments: fc.array(adjustment, { maxLength: 2 }), vatPerRow: fc.boolean(), fives: fc.boolean(), tells: fc.boolean() })
  .map(({ rows, adjustments, vatPerRow, fives, tells }): Partial<Invoice> => {
    const lines = [
      ...rows.map((one) => ({ net: round(netOf(one), 2), rate: one.taxPercent })),
      ...adjustments.map((one) => ({ net: one.kind === 'charge' ? frac(one.amount) : minus(frac(0), frac(one.amount)), rate: one.taxPercent })),
    ];
    const vatOf = (net: Fraction, rate: string): Fraction => round(over(times(net, frac(rate)), frac(100)), 2);
    const perRate = ['21', '9'].map((rate) => {
      const own = lines.filter((line) => line.rate === rate).map(({ net }) => net);
      return { taxPercent: rate, amount: text(vatPerRow ? total(own.map((net) => vatOf(net, rate))) : vatOf(total(own), rate), 2) };
    });
    const net = total(lines.map((line) => line.net));
    const gross = total([net, ...perRate.map(({ amount }) => frac(amount))]);
    const paid = fives ? times(round(times(gross, frac(20)), 0), frac('0.05')) : gross;
    return {
      rows, adjustments, totalExTax: text(net, 2), total: text(paid, 2), payableRounding: text(minus(paid, gross), 2),
      vatPerRate: tells ? perRate : undefined,
    };
  })
  .filter((one) => !one.total!.startsWith('-'));

const rules: Partial<SalesEntryPolicy> = { revenue: { activities: [{ code: 'A', account: '8100' }], fallback: '8000' } };
const book = (change: Partial<Invoice>, more: Partial<SalesEntryPolicy> = {}): SalesEntry | undefined => {
  const result = proposeSalesEntry(invoice(change), customer(), entryPolicy({ ...rules, ...more }));
  if (!result.ok) expect(result.problems.map(({ code }) => code)).toEqual(['nothing-to-book']);
  return result.ok ? result.value : undefined;
};
const sumOf = (entry: SalesEntry, name: 'debit' | 'credit'): Fraction => total(entry.rows.map((one) => frac(one[name])));
const forms = fc.constantFrom<SalesEntryPolicy['voucherVatForm'][]>('explicit', 'explicitWithoutVatAmount', 'automatic');

describe('C1, law: debit = credit', () => {
  it('for every document that a billing program prints, in every form, and no row is negative', () => {
    fc.assert(
      fc.property(documents, forms, (change, voucherVatForm) => {
        const entry = book(change, { voucherVatForm });
        if (!entry) return;
        expect(text(sumOf(entry, 'debit'), 2)).toBe(text(sumOf(entry, 'credit'), 2));
        for (const { debit, credit } of entry.rows) {
          expect(`${debit}${credit}`).not.toContain('-');
          expect([debit, credit]).toContain('0.00');
          expect(debit).not.toBe(credit);
        }
      }),
      runs,
    );
  });
});

describe('C4, law: the document leads', () => {
  it('total, net, VAT and rounding of the entry are the printed ones, and the rows carry them', () => {
    fc.assert(
      fc.property(documents, (change) => {
        const entry = book(change);
        if (!entry) return;
        expect([entry.totalAmount, entry.netAmount, entry.roundingAmount]).toEqual([change.total, change.totalExTax, change.payableRounding]);
        const side = (role: string): string => text(total(entry.rows.filter((one) => one.role === role).map(({ debit, credit }) => minus(frac(credit), frac(debit)))), 2);
        expect(side('revenue')).toBe(entry.netAmount);
        expect(side('vat')).toBe(entry.vatAmount);
        expect(side('rounding')).toBe(entry.roundingAmount);
        expect(text(minus(frac(0), frac(side('receivable'))), 2)).toBe(entry.totalAmount);
        for (const { taxPercent, amount } of change.vatPerRate ?? []) {
          const own = entry.rows.filter((one) => one.role === 'vat' && one.vatRate === taxPercent).map(({ debit, credit }) => minus(frac(credit), frac(debit)));
          expect(text(total(own), 2)).toBe(amount);
        }
      }),
      runs,
    );
  });

  it('no row of the invoice moves by more than a cent', () => {
    fc.assert(
      fc.property(documents, (change) => {
        for (const { parts, role, credit } of book(change)?.rows ?? []) {
          for (const { invoiceRow, amount } of role === 'revenue' ? parts : []) {
            const own = change.rows![invoiceRow];
            const adjusted = change.adjustments![invoiceRow - change.rows!.length];
            const exact = own ? netOf(own) : times(frac(adjusted!.amount), frac(adjusted!.kind === 'charge' ? 1 : -1));
            const signed = credit === '0.00' ? minus(frac(0), frac(amount)) : frac(amount);
            expect(lessOrEqual(size(minus(signed, exact)), frac('0.01'))).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('C6, law: credit(x) + x = 0', () => {
  const opposite = (value: string): string => text(minus(frac(0), frac(value)), 2);
  const credited = (change: Partial<Invoice>): Partial<Invoice> => ({
    ...change, credit: true, total: opposite(change.total!), totalExTax: opposite(change.totalExTax!), payableRounding: opposite(change.payableRounding!),
    vatPerRate: change.vatPerRate?.map(({ taxPercent, amount }) => ({ taxPercent, amount: opposite(amount) })),
  });

  it('row by row: the same accounts and amounts, sides swapped', () => {
    fc.assert(
      fc.property(documents, forms, (change, voucherVatForm) => {
        const there = book(change, { voucherVatForm });
        const back = book(credited(change), { voucherVatForm });
        expect(back?.rows.map(({ account, debit, credit, vatAmount }) => [account, credit, debit, vatAmount])).toEqual(there?.rows.map(({ account, debit, credit, vatAmount }) => [account, debit, credit, vatAmount]));
        expect(back?.totalAmount).toBe(there && opposite(there.totalAmount));
      }),
      runs,
    );
  });

  it('both signs of the source give the same entry', () => {
    fc.assert(
      fc.property(documents, (change) => {
        expect(book({ ...change, credit: true }, { sourceCreditSign: 'positive' })).toEqual(book(credited(change)));
      }),
      runs,
    );
  });
});

describe('B6, law: foreign entries balance in the company currency', () => {
  it('with the receivable converted once', () => {
    fc.assert(
      fc.property(documents, decimal(0, 3, 4).filter((one) => Number(one) > 0.1), (change, rate) => {
        const entry = book({ ...change, currencyCode: 'USD' }, { foreignSalesEntries: 'book', exchangeRates: { USD: rate } });
        if (!entry) return;
        expect(text(sumOf(entry, 'debit'), 2)).toBe(text(sumOf(entry, 'credit'), 2));
        const receivable = entry.rows.find(({ role }) => role === 'receivable')?.debit ?? '0.00';
        expect(receivable).toBe(text(times(frac(change.total!), frac(rate)), 2));
      }),
      runs,
    );
  });
});

describe('law: every amount of an entry is explained', () => {
  it('the parts of each row add up to it', () => {
    fc.assert(
      fc.property(documents, (change) => {
        const entry = book(change);
        if (!entry) return;
        for (const { parts, amount, label } of explainSalesEntry(entry).parts) {
          if (/^(revenue|vat)/.test(label)) expect(text(total(parts.map((part) => frac(part.amount))), 2)).toBe(amount);
        }
      }),
      runs,
    );
  });
});

describe('C7, law: a rule without problems gives every invoice its own number', () => {
  it('within 32 bits and apart from those taken', () => {
    const numbered = fc.record({ companyInvoicePrefix: fc.constantFrom('2026-', '2025-', 'C2026-', 'F', '', '0'), companyInvoiceId: fc.integer({ min: 0, max: 30_000 }) });
    fc.assert(
      fc.property(fc.uniqueArray(numbered, { selector: (one) => one.companyInvoicePrefix + String(one.companyInvoiceId), maxLength: 30 }), fc.integer({ min: 0, max: 6 }), fc.array(fc.integer({ min: 1, max: 40_000 })), (list, idDigits, taken) => {
        const invoices = list.map((one, index) => ({ ...one, id: String(index) }));
        const { samples, problems } = checkInvoiceNumbers({ prefix: 'digits', idDigits }, invoices, taken);
        const accused = new Set(problems.flatMap(({ sources }) => sources.map(({ id }) => id)));
        const good = samples.filter(({ invoiceId }) => !accused.has(invoiceId)).map(({ number }) => number);
        expect(new Set(good).size).toBe(good.length);
        expect(good.every((number) => number > 0 && number < 2 ** 31 && !taken.includes(number))).toBe(true);
        expect(samples.length + problems.filter(({ code }) => code === 'invoice-number').flatMap(({ sources }) => sources).length).toBe(list.length);
      }),
      runs,
    );
  });
});
