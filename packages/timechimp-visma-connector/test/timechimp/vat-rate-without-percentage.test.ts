import { proposeInvoices, type BillableItem, type ProblemCode } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { billingPolicy } from '../../src/settings/billing-policy.ts';
import { settingsSchema, type Settings, type SettingsInput } from '../../src/settings/settings.ts';
import { billingCustomer } from '../../src/use-cases/billing-customers.ts';
import type { MasterData } from '../../src/visma/master-data.ts';
import { acme, setup } from './setup.ts';

const masterData = {
  company: { countryCode: 'NL', currencyCode: 'EUR' }, countries: [{ code: 'NL', name: 'Nederland', nameEnglish: 'Netherlands', isEuMember: true }],
} as unknown as MasterData;

const settingsOf = (vat: SettingsInput['vat']): Settings => settingsSchema.parse({ vat, customers: { defaultCountry: 'NL' } });
const withId = settingsOf({ rates: [{ percentage: '21', vatKind: 'domestic-high' }, { vatRateId: '2', percentage: '9', vatKind: 'domestic-low' }] });

const expense = { id: 5, date: '2026-03-02', quantity: 1, rate: 100, customerId: 1, status: 'Approved' as const, billable: true, vatRate: { id: 2 } };
const hour: BillableItem = { kind: 'time', id: 't', customerId: '1', date: '2026-03-02', status: 'Approved', minutes: 60 };

/** Bills an hour or the expense of a TimeChimp that names VAT rates by id alone; the VAT, and what is wrong. */
async function bill(what: 'hour' | 'expense', settings: Settings, vatRate: { readonly id: number } | null) {
  const data = { vatRates: [{ id: 2, name: 'Laag', percentage: 9 }], customers: [{ id: 1, name: 'Boekhandel', hourlyRate: 100, vatRate }], expenses: [expense] };
  const { source } = setup({ data, behaviour: { vatPercentages: false } });
  const [read] = await source.work.read(acme, [{ kind: 'expense', id: '5' }]);
  const [customer] = await source.customers.get(acme, ['1']);
  const { proposals, problems } = proposeInvoices(
    { items: [what === 'hour' ? hour : (read?.content as BillableItem)], customers: [billingCustomer(customer!, undefined, settings, masterData)], projects: [], activities: [] },
    { ...billingPolicy(settings, masterData.company, new Map()), articles: { defaults: { time: 'A', expense: 'A' } } },
  );
  return { vat: proposals.map(({ vatAmount }) => vatAmount), codes: problems.map(({ code }): ProblemCode => code) };
}

describe('D3: VAT is never guessed where TimeChimp names a rate by its id alone', () => {
  it('a customer at 9 % is refused, and not billed at the default of 21 %', async () => {
    expect(await bill('hour', settingsOf({}), { id: 2 })).toEqual({ vat: [], codes: ['vat-percentage-missing'] });
  });

  it('an expense entered at 9 % is refused, and not charged on at 21 %', async () => {
    expect(await bill('expense', settingsOf({}), null)).toEqual({ vat: [], codes: ['vat-percentage-missing'] });
  });

  it('both are billed at the percentage that vat.rates has for the id', async () => {
    expect(await bill('hour', withId, { id: 2 })).toEqual({ vat: ['9.00'], codes: [] });
    expect(await bill('expense', withId, null)).toEqual({ vat: ['9.00'], codes: [] });
  });

  it('a customer without any rate is billed at the default rate', async () => {
    expect(await bill('hour', settingsOf({}), null)).toEqual({ vat: ['21.00'], codes: [] });
  });
});
