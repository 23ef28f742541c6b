import { describe, expect, it } from 'vitest';
import type { SourceCustomer } from '../ports/customer-store.ts';
import { settingsSchema, type SettingsInput } from '../settings/settings.ts';
import type { MasterData } from '../visma/master-data.ts';
import { completeCustomer } from './complete-customer.ts';
import { customerBody } from './customer-body.ts';

const masterData = {
  company: { companyIdentifier: 'x', name: 'x', countryCode: 'NL', currencyCode: 'EUR', termsOfPaymentId: 't30', status: 1, privatePricesIncludeVat: false, usesConstructionReverseCharge: false, roundsTotals: false },
  countries: [
    { code: 'NL', name: 'Nederland', nameEnglish: 'Netherlands', isEuMember: true },
    { code: 'GR', name: 'Griekenland', nameEnglish: 'Greece', isEuMember: true },
  ],
  termsOfPayment: [
    { id: 't30', name: '30 dagen', days: 30, type: 0, availableForSales: true },
    { id: 't14', name: '14 dagen', days: 14, type: 0, availableForSales: true },
    { id: 't60', name: '60 dagen inkoop', days: 60, type: 0, availableForSales: false },
    { id: 'm14', name: '14 dagen na maand', days: 14, type: 1, availableForSales: true },
  ],
} as unknown as MasterData;

const smit: SourceCustomer = {
  id: '1', name: 'Smit B.V.', active: true, paymentDays: 14,
  address: { street: 'Dijk 1', postalCode: '1000 AA', city: 'Hoorn', country: 'Nederland' },
};

function complete(change: Partial<SourceCustomer> = {}, settings: SettingsInput = {}, number = '10001') {
  return completeCustomer({ ...smit, ...change }, number, settingsSchema.parse(settings), masterData);
}

function missing(change: Partial<SourceCustomer>, settings: SettingsInput = {}, number = '10001'): (string | undefined)[] {
  return complete(change, settings, number).problems.map((problem) => /\((\w+)\)$/.exec(problem.remedy)?.[1]);
}

describe('B7: creating a customer', () => {
  it('takes the invoice address, else the address; a lone country does not replace an address', () => {
    expect(complete().draft).toMatchObject({ city: 'Hoorn', countryCode: 'NL' });
    expect(complete({ invoiceAddress: { postalCode: '2000 BB', city: 'Delft', country: 'NL' } }).draft).toMatchObject({ city: 'Delft' });
    expect(complete({ invoiceAddress: { country: 'NL' } }).draft).toMatchObject({ city: 'Hoorn' });
  });

  it('lists everything that is missing or too long at once', () => {
    expect(missing({ name: 'x'.repeat(51), address: undefined, vatNumber: 'NL'.padEnd(21, '1') }, {}, '12345678901234567')).toEqual([
      'InvoicePostalCode', 'InvoiceCity', 'InvoiceCountryCode', 'CustomerNumber', 'Name', 'VatNumber',
    ]);
    expect(missing({ name: ' ' })).toEqual(['Name']);
  });

  it('has no placeholder unless the setting has one', () => {
    expect(complete({ address: { country: 'NL' } }).draft).toBeNull();
    const settings = { customers: { placeholderAddress: { postalCode: '0000', city: 'Onbekend' }, defaultCountry: 'NL' } };
    expect(complete({ address: undefined }, settings).draft).toMatchObject({ postalCode: '0000', city: 'Onbekend', countryCode: 'NL' });
  });

  it('refuses an unknown country: it decides the VAT', () => {
    expect(complete({ address: { ...smit.address, country: 'Atlantis' } }).problems[0]?.message).toContain('"Atlantis"');
  });

  it('finds terms of type 0 for sales with equal days; else the company default and a due date, with a warning', () => {
    expect(complete().draft).toMatchObject({ termsOfPaymentId: 't14' });
    const sixty = complete({ paymentDays: 60 });
    expect(sixty.draft).toMatchObject({ termsOfPaymentId: 't30', ownPaymentDays: 60 });
    expect(sixty.problems).toMatchObject([{ code: 'terms-unknown', severity: 'warning' }]);
    expect(complete({ paymentDays: undefined }).draft).toMatchObject({ termsOfPaymentId: 't30' });
  });

  it('wants a VAT number to begin with the country, EL for Greece', () => {
    expect(complete({ vatNumber: 'nl 0012.34.567 B01' }).draft).toMatchObject({ vatNumber: 'NL001234567B01' });
    expect(missing({ vatNumber: 'BE0123456789' })).toEqual(['VatNumber']);
    const greek = { address: { ...smit.address, country: 'Greece' } };
    expect(complete({ ...greek, vatNumber: 'EL123456789' }).draft).not.toBeNull();
    expect(missing({ ...greek, vatNumber: 'GR123456789' })).toEqual(['VatNumber']);
  });

  it('B5: is a private person only when the settings say so, and sends both booleans', () => {
    const { draft } = complete();
    expect(draft && customerBody(draft)).toEqual({
      CustomerNumber: '10001', Name: 'Smit B.V.', InvoiceAddress1: 'Dijk 1', InvoicePostalCode: '1000 AA', InvoiceCity: 'Hoorn',
      InvoiceCountryCode: 'NL', TermsOfPaymentId: 't14', IsPrivatePerson: false, IsActive: true,
    });
    expect(complete({}, { customers: { privatePersons: ['1'] } }).draft).toMatchObject({ isPrivatePerson: true });
  });

  it('invoices go to the contact for invoices, else to the customer', () => {
    const contacts = [{ name: 'A', email: 'a@x.example', forInvoices: false }, { name: 'B', email: 'b@x.example', forInvoices: true }];
    expect(complete({ email: 'c@x.example', contacts }).draft).toMatchObject({ email: 'b@x.example' });
    expect(complete({ email: 'c@x.example' }).draft).toMatchObject({ email: 'c@x.example' });
  });
});
