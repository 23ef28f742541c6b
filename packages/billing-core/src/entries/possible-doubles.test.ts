import { describe, expect, it } from 'vitest';
import { invoice } from '../../test/support/builders.ts';
import type { EarlierExport } from '../model/sales-entry.ts';
import { possibleDoubles } from './possible-doubles.ts';

const earlier = (change: Partial<EarlierExport> = {}): EarlierExport => ({
  key: 'invoice:abc', customerId: 'c1', currencyCode: 'EUR', totalAmount: '1210', supplyPeriod: { from: '2026-03-01', to: '2026-03-31' }, ...change,
});

describe('C9: a sales entry that looks like an export of ours', () => {
  it.each(['2026-03-01', '2026-03-31', '2026-04-30'])('dated %s: a warning, labelled as a guess', (date) => {
    expect(possibleDoubles(invoice({ date }), [earlier()])).toMatchObject([
      { code: 'possible-double', severity: 'warning', details: { key: 'invoice:abc' }, sources: [{ kind: 'invoice', id: 'i1' }] },
    ]);
    expect(possibleDoubles(invoice({ date }), [earlier()])[0]?.message).toMatch(/^A guess: .*invoice:abc/);
  });

  it.each([
    ['before the period', { date: '2026-02-28' }, {}],
    ['two months after', { date: '2026-05-01' }, {}],
    ['another customer', {}, { customerId: 'c2' }],
    ['another currency', {}, { currencyCode: 'USD' }],
    ['another amount', {}, { totalAmount: '1210.01' }],
    ['an amount that cannot be read', {}, { totalAmount: 'x' }],
    ['a total that cannot be read', { total: 'x' }, {}],
  ])('none: %s', (_, change, other) => {
    expect(possibleDoubles(invoice(change), [earlier(other)])).toEqual([]);
  });

  it.each(['1210', '-1210'])('C6: a credit invoice of %s is compared with the credits that we made, whichever sign the source prints', (total) => {
    expect(possibleDoubles(invoice({ credit: true, total }), [earlier({ totalAmount: '-1210' })])).toHaveLength(1);
    expect(possibleDoubles(invoice({ credit: true, total }), [earlier()])).toEqual([]);
  });

  it('a period that ends in December reaches into January', () => {
    const december = earlier({ supplyPeriod: { from: '2026-12-01', to: '2026-12-31' } });
    expect(possibleDoubles(invoice({ date: '2027-01-31' }), [december])).toHaveLength(1);
    expect(possibleDoubles(invoice({ date: '2027-02-01' }), [december])).toHaveLength(0);
  });
});
