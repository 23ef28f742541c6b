import { describe, expect, it } from 'vitest';
import type { VatPolicy } from '../../src/index.ts';
import { customer, expense, only, policy, propose, time } from '../support/builders.ts';

const mapped = (...percentages: readonly string[]): { readonly vat: VatPolicy } => ({
  vat: { ...policy().vat, rates: [...policy().vat.rates, ...percentages.map((percentage) => ({ vatRateId: '2', percentage, vatKind: 'domestic-low' as const }))] },
});

describe('D3: a VAT rate that is named by its id alone is never no rate', () => {
  const byId = { customers: [customer({ vatRate: { id: '2' } })] };

  it('has the percentage that the map gives its id', () => {
    expect(only(propose([time({ minutes: 60 })], mapped('9'), byId)).lines[0]).toMatchObject({ vatKind: 'domestic-low', vatRate: '9' });
    expect(only(propose([expense({ vatRate: { id: '2' } })], mapped('9', '9.00'))).lines[0]).toMatchObject({ vatKind: 'domestic-low', vatRate: '9' });
  });

  it('counts with that percentage also where an expense includes VAT', () => {
    expect(only(propose([expense({ rate: '10.90', rateIncludesVat: true, vatRate: { id: '2' } })], mapped('9'))).lines[0]).toMatchObject({ unitPrice: '10.00', vatRate: '9' });
  });

  it.each([
    ['the map does not have its id', mapped()],
    ['the map gives its id two percentages', mapped('9', '6')],
    ['nothing is charged at all', { vat: { ...policy().vat, scheme: 'kor' as const } }],
    ['the customer is set to a kind', { vat: { ...policy().vat, customers: { c1: 'domestic-high' as const } } }],
  ])('is refused for hours and expenses where %s', (_, rules) => {
    const hours = propose([time({ minutes: 60 })], rules, byId);
    const costs = propose([expense({ vatRate: { id: '2' } })], rules);
    expect([hours, costs].map(({ proposals, problems }) => [proposals.length, problems.map(({ code, severity, sources }) => [code, severity, sources])])).toEqual([
      [0, [['vat-percentage-missing', 'error', [{ kind: 'time', id: 't1' }]]]],
      [0, [['vat-percentage-missing', 'error', [{ kind: 'expense', id: 'e1' }]]]],
    ]);
  });

  it('is refused where it has not even an id', () => {
    expect(propose([time({ minutes: 60 })], {}, { customers: [customer({ vatRate: {} })] }).problems.map(({ code }) => code)).toEqual(['vat-percentage-missing']);
  });

  it('leaves an expense to the main supply where the policy says so', () => {
    expect(only(propose([expense({ vatRate: { id: '2' } })], { vat: { ...policy().vat, recharge: 'mainSupply' } })).lines[0]).toMatchObject({ vatRate: '21' });
  });
});
