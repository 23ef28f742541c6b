import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricesIncludingVat, proposeInvoices } from '../../src/index.ts';
import { inputs, policies, runs } from '../support/arbitraries.ts';
import { expense, only, propose, time } from '../support/builders.ts';
import { frac, minus, text, times, total } from '../support/rational.ts';

describe('B5: prices with VAT in them', () => {
  it('1.00 x 95.00 at 21 % is 1.00 x 114.95; VAT is taken out of the sum', () => {
    const proposal = only(propose([time({ minutes: 60 }), expense({ rate: '10.00', vatRate: { percentage: '9' } })]));
    expect(pricesIncludingVat(proposal)).toEqual({
      ok: true, problems: [],
      value: {
        lines: [{ key: 'time:t1', quantity: '1.00', unitPrice: '114.95', amount: '114.95' }, { key: 'expense:e1', quantity: '1.00', unitPrice: '10.90', amount: '10.90' }],
        vat: [{ vatKind: 'domestic-high', rate: '21', base: '95.00', amount: '19.95' }, { vatKind: 'domestic-low', rate: '9', base: '10.00', amount: '0.90' }],
        netAmount: '105.00', vatAmount: '20.85', totalAmount: '125.85', difference: '0.00',
      },
    });
  });

  it('rounding per line shows as a difference: 3 x 0.33 at 21 % are 3 x 0.40', () => {
    const items = [1, 2, 3].map((one) => expense({ id: `e${one}`, productId: `x${one}`, rate: '0.33' }));
    expect(pricesIncludingVat(only(propose(items)))).toMatchObject({ ok: true, value: { totalAmount: '1.20', vatAmount: '0.21', difference: '0.00' } });
    const other = [1, 2, 3].map((one) => expense({ id: `e${one}`, productId: `x${one}`, rate: '0.32' }));
    expect(pricesIncludingVat(only(propose(other)))).toMatchObject({ ok: true, value: { totalAmount: '1.17', netAmount: '0.97', vatAmount: '0.20', difference: '0.01' } });
  });

  it('the inclusive row total must hold: 40.00 x 71.23 is refused, 1 x its amount is not', () => {
    const work = [time({ minutes: 2400 })];
    const records = { projects: [{ id: 'p1', customerId: 'c1', name: 'Webshop', invoicing: { method: 'ProjectHourlyRate' as const, hourlyRate: '71.23' } }] };
    const result = pricesIncludingVat(only(propose(work, {}, records)));
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'price-including-vat', severity: 'error', sources: [{ kind: 'time', id: 't1' }], details: { quantity: '40.00', unitPrice: '71.23', vatRate: '21' } }],
    });
    expect(pricesIncludingVat(only(propose(work, { rounding: 'exact' }, records)))).toMatchObject({ ok: true, value: { lines: [{ unitPrice: '3447.53' }] } });
  });

  it('law: lines add up to the total, net and VAT as well, and each line is its quantity x its price', () => {
    fc.assert(
      fc.property(inputs, policies(fc.constant('exact')), (input, rules) => {
        for (const proposal of proposeInvoices(input, rules).proposals) {
          const result = pricesIncludingVat(proposal);
          if (!result.ok) continue;
          const { lines, vat, netAmount, vatAmount, totalAmount, difference } = result.value;
          for (const { quantity, unitPrice, amount } of lines) expect(text(times(frac(quantity), frac(unitPrice)), 2)).toBe(amount);
          expect(text(total(lines.map(({ amount }) => frac(amount))), 2)).toBe(totalAmount);
          expect(text(total([frac(netAmount), frac(vatAmount)]), 2)).toBe(totalAmount);
          expect(text(total(vat.flatMap(({ base, amount }) => [frac(base), frac(amount)])), 2)).toBe(totalAmount);
          expect(text(minus(frac(totalAmount), frac(proposal.totalAmount)), 2)).toBe(difference);
        }
      }),
      runs,
    );
  });
});
