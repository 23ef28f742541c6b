import { describe, expect, it } from 'vitest';
import { possibleDoubles, proposeInvoices } from '../../src/index.ts';
import { customer, expense, input, invoice, policy, propose, term, time } from '../support/builders.ts';

describe('C9: a sales entry that looks like an export of ours gets a warning', () => {
  it('however the currency is spelled, as everywhere else', () => {
    const one = { key: 'invoice:x', customerId: 'c1', currencyCode: 'EUR', totalAmount: '1210.00', supplyPeriod: { from: '2026-03-01', to: '2026-03-31' } };
    expect(possibleDoubles(invoice({ currencyCode: 'eur' }), [one])).toHaveLength(1);
  });
});

describe('D3: the percentage of a kind that a customer is set to', () => {
  it('is known where the map has it twice, as 21 and as 21.00', () => {
    const vat = { ...policy().vat, rates: [{ vatRateId: '1', percentage: '21', vatKind: 'domestic-high' as const }, { percentage: '21.00', vatKind: 'domestic-high' as const }], customers: { c1: 'domestic-high' as const } };
    const { problems } = propose([time({ minutes: 60 })], { vat }, { customers: [customer({ vatRate: undefined })] });
    expect(problems.map(({ code }) => code)).toEqual([]);
  });
});

describe('D4: a term of a store that cannot be', () => {
  it.each([
    ['a period that ends before it begins', { period: { from: '2026-03-31', to: '2026-03-01' } }],
    ['40 of 31 days', { proration: { days: 40, of: 31 } }],
    ['a negative part of a period', { proration: { days: -12, of: 31 } }],
  ])('is refused: %s', (_, change) => {
    const { proposals, problems } = propose([term(change)]);
    expect({ proposals: proposals.map(({ netAmount, supplyPeriod }) => ({ netAmount, supplyPeriod })), codes: problems.map(({ code }) => code) }).toEqual({ proposals: [], codes: ['malformed'] });
  });
});

describe('amounts that Visma does not take', () => {
  it('are refused on proposals as they are on sales entries: 123,456,789,012,345,678.91 is not what a JSON number can say', () => {
    const { proposals, problems } = propose([expense({ rate: '123456789012345678.91' })]);
    expect({ prices: proposals.flatMap(({ lines }) => lines.map(({ unitPrice }) => unitPrice)), codes: problems.map(({ code }) => code) }).toEqual({ prices: [], codes: ['amount-too-large'] });
  });
});

describe('nothing is thrown for bad data', () => {
  it.each([
    ['a rate that is a number', { hourlyRate: 95 }],
    ['a rate that is NaN', { hourlyRate: NaN }],
    ['a rate that is null', { hourlyRate: null }],
    ['a VAT rate that is null', { vatRate: null }],
  ])('%s is a problem of its customer, and not the end of the run', (_, change) => {
    const customers = [{ ...customer(), ...change } as never, customer({ id: 'c2', name: 'Goed' })];
    const items = [time({ id: '1', projectId: undefined }), time({ id: '2', customerId: 'c2', projectId: undefined })];
    expect(proposeInvoices(input({ items, customers }), policy()).proposals.map(({ customerId }) => customerId)).toEqual(['c2']);
  });
});

describe('D2: lines of different VAT rate never merge', () => {
  it('also where the rates differ behind the fourth decimal', () => {
    const rates = ['21', '21.00004'].map((percentage) => ({ percentage, vatKind: 'domestic-high' as const }));
    const items = rates.map(({ percentage }) => expense({ id: percentage, rate: '5000000', vatRate: { percentage } }));
    const { proposals } = propose(items, { vat: { ...policy().vat, rates } });
    expect(proposals.map(({ vatAmount }) => vatAmount)).toEqual(['2100002.00']);
  });
});
