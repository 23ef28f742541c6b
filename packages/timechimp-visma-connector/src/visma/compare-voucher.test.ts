import { describe, expect, it } from 'vitest';
import { compareVoucher } from './compare-voucher.ts';

const sent = [
  { AccountNumber: 1300, DebitAmount: 121, CreditAmount: 0 },
  { AccountNumber: 8000, DebitAmount: 0, CreditAmount: 60, VatCodeId: 'high' },
  { AccountNumber: 8000, DebitAmount: 0, CreditAmount: 40, VatCodeId: 'low' },
  { AccountNumber: 1500, DebitAmount: 0, CreditAmount: 21 },
];

function compare(rows: readonly object[], allowAddedRows = false) {
  return compareVoucher(sent, { Rows: rows as never }, allowAddedRows);
}

describe('C2: the voucher is read back and compared row by row', () => {
  it('agrees in any order', () => {
    expect(compare([...sent].reverse())).toEqual([]);
  });

  it('reports a row that Visma added', () => {
    expect(compare([...sent, { AccountNumber: 1501, DebitAmount: 0, CreditAmount: 3.6 }])).toEqual([
      { field: 'Voucher.Rows', expected: '(no further row)', actual: 'account 1501, debit 0, credit 3.6' },
    ]);
  });

  it('reports a code that Visma replaced, an amount that moved and a row that is missing', () => {
    expect(compare(sent.map((row) => (row.CreditAmount === 40 ? { ...row, VatCodeId: 'high' } : row)))).toMatchObject([{ field: 'Voucher.Rows[3].VatCodeId', expected: 'low', actual: 'high' }]);
    expect(compare(sent.map((row) => (row.CreditAmount === 21 ? { ...row, CreditAmount: 20 } : row)))).toMatchObject([{ field: 'Voucher.Rows[4].CreditAmount', expected: '21', actual: '20' }]);
    expect(compare(sent.slice(1))).toMatchObject([{ field: 'Voucher.Rows[1]', actual: '(none)' }]);
  });

  it('allows what automatic VAT adds, and still wants the codes kept', () => {
    const automatic = [...sent, { AccountNumber: 1501, DebitAmount: 0, CreditAmount: 3.6 }];
    expect(compare(automatic, true)).toEqual([]);
    expect(compare(automatic.map((row) => ({ ...row, VatCodeId: 'x' })), true).length).toBeGreaterThan(0);
  });
});
