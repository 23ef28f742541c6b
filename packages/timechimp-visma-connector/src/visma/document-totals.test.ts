import { pricesIncludingVat, proposeInvoices, type BillableItem, type InvoiceProposal } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/settings.ts';
import { sumMoney } from './amounts.ts';
import { checkPricesWithVat, documentTotals } from './document-totals.ts';
import { expectedDocument } from './invoice-body.ts';
import type { InvoicePlan } from './invoice-plan.ts';

const masterData = { company: { countryCode: 'NL', currencyCode: 'EUR', privatePricesIncludeVat: true, roundsTotals: false }, articles: [], fiscalYears: [], codings: [], units: [], countries: [] };
const customer = { id: 'v', name: 'P. de Boer', number: '1', countryCode: 'NL', currencyCode: 'EUR', isPrivatePerson: true, isActive: true, forceBookkeepVat: false, reverseChargeOnConstructionServices: false };
const planOf = (proposal: InvoiceProposal): InvoicePlan => ({ proposal, customer, settings: defaultSettings(), masterData, invoiceDate: '2026-03-31' }) as unknown as InvoicePlan;

/** The invoice with the rounding `exact`. */
function exactly(...items: readonly BillableItem[]): InvoicePlan {
  const { proposals } = proposeInvoices(
    { items, customers: [{ id: 'c1', name: 'P. de Boer', countryCode: 'NL', vatRate: { percentage: '21' }, hourlyRate: '95.00', mileageRate: '0.23' }], projects: [], activities: [] },
    {
      currencyCode: 'EUR', rounding: 'exact', articles: { defaults: { time: 'A', expense: 'A', mileage: 'A', term: 'A' }, lumpSum: 'L' },
      vat: { scheme: 'normal', countryCode: 'NL', rates: [{ percentage: '21', vatKind: 'domestic-high' }, { percentage: '9', vatKind: 'domestic-low' }] },
    },
  );
  return planOf(proposals[0]!);
}

const shared = { customerId: 'c1', date: '2026-03-02', status: 'Approved' } as const;
const cost = (id: string, rate: string, percentage = '21', quantity = '1'): BillableItem => ({ kind: 'expense', id, ...shared, quantity, rate, productId: id, vatRate: { percentage } });
const twentyMinutes: BillableItem = { kind: 'time', id: 't', ...shared, minutes: 20 };
const trip: BillableItem = { kind: 'mileage', id: 'm', ...shared, distance: '37', type: 'Business' };
const rowSum = (plan: InvoicePlan): string => sumMoney(expectedDocument(plan, 'v').rows.flatMap(({ amount }) => amount ?? []));

describe('B5: a private customer with several lines', () => {
  it('is invoiced for the sum of the rows with VAT, and the difference to the proposal is a warning', () => {
    // 31.67 -> 38.32, 5.03 -> 6.09, 8.51 -> 10.30: 54.71, in which 9.50 are VAT; the proposal has 45.21 + 9.49 = 54.70.
    const plan = exactly(twentyMinutes, cost('x', '5.03'), trip);
    expect(plan.proposal).toMatchObject({ netAmount: '45.21', vatAmount: '9.49', totalAmount: '54.70' });
    expect(documentTotals(plan)).toMatchObject({
      netAmount: '45.21', vat: [{ vatKind: 'domestic-high', rate: '21', base: '45.21', amount: '9.50' }], vatAmount: '9.50', totalAmount: '54.71',
      linesWithVat: [{ key: 'time:t', amount: '38.32' }, { key: 'expense:x', amount: '6.09' }, { key: 'mileage:m', amount: '10.30' }],
    });
    expect(checkPricesWithVat(plan)).toMatchObject([{ code: 'private-total', severity: 'warning', message: expect.stringContaining('54.71 with 9.50 VAT in it, instead of 54.70 with 9.49') as string }]);
  });

  it('can always be invoiced with the rounding "exact" where each expense is one piece: the rows hold, and add up to the total', () => {
    for (let cents = 1; cents <= 200; cents += 1) {
      const plan = exactly(twentyMinutes, cost('x', `5.${String(cents % 100).padStart(2, '0')}`, cents > 100 ? '9' : '21'), trip);
      expect(checkPricesWithVat(plan).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(expectedDocument(plan, 'v').totalAmount).toBe(rowSum(plan));
    }
  });

  it('with two VAT rates is expected to have the VAT that is in the rows: what passes the preview is not held afterwards', () => {
    // 21 %: 474.51 + 165.78 = 640.29, 111.12 in it; 9 %: 108.46 + 129.42 = 237.88, 19.64 in it. The proposal: 130.77, of the same total.
    const plan = exactly(cost('a', '392.16'), cost('b', '137.01'), cost('c', '99.50', '9'), cost('d', '118.73', '9'));
    const gross = pricesIncludingVat(plan.proposal);
    expect(gross).toMatchObject({ ok: true, value: { totalAmount: '878.17', vatAmount: '130.76' } });
    expect(plan.proposal).toMatchObject({ totalAmount: '878.17', vatAmount: '130.77' });
    expect(documentTotals(plan).vat).toEqual([
      { vatKind: 'domestic-high', rate: '21', base: '529.17', amount: '111.12' },
      { vatKind: 'domestic-low', rate: '9', base: '218.24', amount: '19.64' },
    ]);
    expect(expectedDocument(plan, 'v')).toMatchObject({ totalAmount: '878.17', vatAmount: '130.76' });
    expect(checkPricesWithVat(plan)).toMatchObject([{ code: 'private-total', severity: 'warning' }]);
  });

  it('is refused a line whose inclusive amount has no price, and only that one is named', () => {
    const plan = exactly(twentyMinutes, cost('x', '71.23', '21', '40'));
    expect(checkPricesWithVat(plan)).toMatchObject([{ code: 'private-price', severity: 'error', message: expect.stringContaining('40.00 x 71.23 with 21 percent') as string, sources: [{ kind: 'expense', id: 'x' }] }]);
  });

  it('has the proposal\'s own sums, and no warning, where Visma reads prices without VAT', () => {
    const plan = exactly(twentyMinutes, cost('x', '5.03'), trip);
    const business = { ...plan, customer: { ...plan.customer, isPrivatePerson: false } };
    expect(documentTotals(business)).toMatchObject({ totalAmount: '54.70', vat: plan.proposal.vat, linesWithVat: null });
    expect(checkPricesWithVat(business)).toEqual([]);
  });
});
