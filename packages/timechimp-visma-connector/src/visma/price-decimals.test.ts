import { proposeInvoices } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/settings.ts';
import { checkInvoice } from './check-invoice.ts';
import { invoiceDraftBody } from './invoice-body.ts';
import type { InvoicePlan } from './invoice-plan.ts';

/** 100 km at 0.235 for a customer who is in one country here and in another there. */
function planOf(ours: string, theirs: string, change: { readonly currencyCode?: string; readonly isPrivatePerson?: boolean } = {}): InvoicePlan {
  const { proposals } = proposeInvoices(
    {
      items: [{ kind: 'mileage', id: 'm', customerId: 'c1', date: '2026-03-02', status: 'Approved', distance: '100', type: 'Business' }],
      customers: [{ id: 'c1', name: 'Vogel', countryCode: ours, vatRate: { percentage: '21' }, mileageRate: '0.235' }], projects: [], activities: [],
    },
    {
      currencyCode: 'EUR', articles: { defaults: { mileage: 'K' }, lumpSum: 'L' },
      vat: { scheme: 'normal', countryCode: 'NL', rates: [{ percentage: '21', vatKind: 'domestic-high' }] },
    },
  );
  const article = (id: string, unitId: string) => ({ id, number: id, name: id, isActive: true, codingId: 'C', unitId });
  return {
    proposal: proposals[0], settings: defaultSettings(), invoiceDate: '2026-03-31',
    customer: { id: 'v', name: 'Vogel', number: '1', countryCode: theirs, currencyCode: 'EUR', isPrivatePerson: false, isActive: true, forceBookkeepVat: false, reverseChargeOnConstructionServices: false, ...change },
    masterData: {
      company: { countryCode: 'NL', currencyCode: 'EUR', privatePricesIncludeVat: true, roundsTotals: false }, fiscalYears: [{ id: 'f', startDate: '2026-01-01', endDate: '2026-12-31', isLocked: false }],
      articles: [article('K', 'km'), article('L', 'st')], units: [{ id: 'km', name: 'Kilometer', code: 'km' }, { id: 'st', name: 'Stuk', code: 'st' }],
      codings: [{ id: 'C', name: 'hoog', isActive: true, ratePercent: '21', accounts: { domestic: 8000 } }], countries: [{ code: 'NL', name: '', nameEnglish: '', isEuMember: true }, { code: 'DE', name: '', nameEnglish: '', isEuMember: true }],
    },
  } as unknown as InvoicePlan;
}

const errors = (plan: InvoicePlan) => checkInvoice(plan).filter(({ severity }) => severity === 'error');
const prices = (plan: InvoicePlan) => (invoiceDraftBody(plan, 'v').Rows ?? []).flatMap(({ UnitPrice }) => UnitPrice ?? []);

describe('D1: rates with more decimals than Visma takes', () => {
  it('are decided by the country that Visma has: a customer who is in DE here and in NL there is a problem with its figures', () => {
    expect(errors(planOf('DE', 'NL'))).toMatchObject([
      { code: 'price-decimals', at: 'customer:c1', message: expect.stringContaining('0.235') as string, sources: [{ kind: 'mileage', id: 'm' }] },
    ]);
  });

  it('may have four of them abroad, and are printed as 1 x the amount where both say home', () => {
    expect([errors(planOf('DE', 'DE')), prices(planOf('DE', 'DE'))]).toEqual([[], [0.235]]);
    expect([errors(planOf('NL', 'NL')), prices(planOf('NL', 'NL'))]).toEqual([[], [23.5]]);
    expect([errors(planOf('NL', 'DE')), prices(planOf('NL', 'DE'))]).toEqual([[], [23.5]]);
  });

  it('go by the price that is sent: with VAT in it, it has two', () => {
    expect(errors(planOf('DE', 'NL', { isPrivatePerson: true })).map(({ code }) => code)).toEqual(['private-price']);
  });
});
