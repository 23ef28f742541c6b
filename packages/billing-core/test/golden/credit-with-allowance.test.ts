import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../src/index.ts';
import { proposeSalesEntry } from '../../src/index.ts';
import { customer, entryPolicy, invoice } from '../support/builders.ts';

describe('C6, D5: the credit of an invoice with an allowance', () => {
  const adjustments: Invoice['adjustments'] = [{ kind: 'allowance', amount: '100.00', taxPercent: '21' }];
  const plain = proposeSalesEntry(invoice({ adjustments, totalExTax: '900.00', total: '1089.00' }), customer(), entryPolicy());

  it.each([
    ['positive rows', '10'],
    ['negative rows', '-10'],
  ])('is its opposite, as a document with %s', (_, quantity) => {
    const rows = [{ description: 'Advies', quantity, price: '100.00', taxPercent: '21', code: 'ADV' }];
    const back = proposeSalesEntry(invoice({ rows, adjustments, credit: true, totalExTax: '-900.00', total: '-1089.00' }), customer(), entryPolicy());
    expect(back.problems.map(({ message }) => message)).toEqual([]);
    expect(back.ok && back.value.rows.map(({ account, debit, credit }) => [account, credit, debit])).toEqual(plain.ok && plain.value.rows.map(({ account, debit, credit }) => [account, debit, credit]));
  });
});
