import { describe, expect, it } from 'vitest';
import { type Body, type Wire, draftBody, open } from './harness.ts';

async function body(more: Body = {}): Promise<{ visma: ReturnType<typeof open>; body: Body }> {
  const visma = open();
  const terms = await visma.list('/termsofpayments');
  return {
    visma,
    body: {
      Name: 'Rijwielhandel De Ketting',
      InvoiceCity: 'Assen',
      InvoicePostalCode: '9401 AA',
      TermsOfPaymentId: terms.Data[0]?.Id,
      IsPrivatePerson: false,
      IsActive: true,
      ...more,
    },
  };
}

const fieldsOf = (json: Wire): string[] => json['Errors'].map((each) => each.Field);

describe('customers', () => {
  it('B7: needs name, city, postal code, terms, and lists all that is missing at once', async () => {
    const { visma } = await body();
    const { status, json } = await visma.post('/customers', { IsPrivatePerson: false, IsActive: true });
    expect(status).toBe(400);
    expect(json['ErrorCode']).toBe(2000);
    expect(fieldsOf(json).sort()).toEqual(['InvoiceCity', 'InvoicePostalCode', 'Name', 'TermsOfPaymentId']);
  });

  it('B7: refuses a name of 51 characters and takes one of 50', async () => {
    const long = await body({ Name: 'x'.repeat(51) });
    expect(fieldsOf((await long.visma.post('/customers', long.body)).json)).toEqual(['Name']);
    const fits = await body({ Name: 'x'.repeat(50) });
    expect((await fits.visma.post('/customers', fits.body)).status).toBe(201);
  });

  it('gives the next free number of the series when none is sent', async () => {
    const { visma, body: given } = await body();
    await visma.post('/customers', { ...given, CustomerNumber: '1025' });
    expect((await visma.post('/customers', given)).json['CustomerNumber']).toBe('1026');
  });

  it('B8: refuses a number that is taken with error 4000', async () => {
    const { visma, body: given } = await body({ CustomerNumber: '1001' });
    const { status, json } = await visma.post('/customers', given);
    expect(status).toBe(409);
    expect(json['ErrorCode']).toBe(4000);
  });

  it('B8: a PUT replaces the record, so what it omits is blanked', async () => {
    const { visma, body: given } = await body({ CustomerNumber: '2001', EmailAddress: 'a@klant.example', Note: 'belt altijd' });
    const { json: customer } = await visma.post('/customers', given);
    const { json: changed } = await visma.put(`/customers/${customer.Id}`, { ...given, Name: 'Nieuwe naam' });
    expect(changed).toMatchObject({ Id: customer.Id, Name: 'Nieuwe naam', CustomerNumber: '2001' });
    const { Note: _note, EmailAddress: _email, ...short } = given;
    const { json: blanked } = await visma.put(`/customers/${customer.Id}`, short);
    expect(blanked).toMatchObject({ EmailAddress: null, Note: null });
  });

  it('a record that was read can be sent back as it is', async () => {
    const { visma } = await body();
    const customer = await visma.customer('1007');
    const { status, json } = await visma.put(`/customers/${customer.Id}`, customer);
    expect(status).toBe(200);
    expect({ ...json, ChangedUtc: null }).toEqual({ ...customer, ChangedUtc: null });
  });

  it('an IsActive that is left out counts as false', async () => {
    const { visma, body: given } = await body();
    const { IsActive: _active, ...rest } = given;
    expect((await visma.post('/customers', rest)).json['IsActive']).toBe(false);
  });

  it('takes the currency of the company by default', async () => {
    const { visma, body: given } = await body();
    expect((await visma.post('/customers', given)).json['CurrencyCode']).toBe('EUR');
    expect(fieldsOf((await visma.post('/customers', { ...given, CurrencyCode: 'XXX' })).json)).toEqual(['CurrencyCode']);
  });

  it('reverse charge on construction services needs a VAT number, in the words of the service', async () => {
    const { visma, body: given } = await body({ ReverseChargeOnConstructionServices: true });
    const { json } = await visma.post('/customers', given);
    expect(json['DeveloperErrorMessage']).toContain(
      'VatNumber can not be null or empty when using ReverseChargeOnConstructionServices',
    );
  });

  it('a VAT number needs its country and starts with its code', async () => {
    const without = await body({ VatNumber: 'NL000001055B01' });
    expect(fieldsOf((await without.visma.post('/customers', without.body)).json)).toEqual(['InvoiceCountryCode']);
    const wrong = await body({ VatNumber: 'BE0000000097', InvoiceCountryCode: 'NL' });
    expect(fieldsOf((await wrong.visma.post('/customers', wrong.body)).json)).toEqual(['VatNumber']);
    const greek = await body({ VatNumber: 'EL000000007', InvoiceCountryCode: 'GR' });
    expect((await greek.visma.post('/customers', greek.body)).status).toBe(201);
  });

  it('B7: VIES can refuse a number on POST and on PUT', async () => {
    const visma = open({ vies: (number) => number !== 'BE0000000001' });
    const customer = await visma.customer('1012');
    const refused = await visma.put(`/customers/${customer.Id}`, { ...customer, VatNumber: 'BE0000000001' });
    expect(refused).toMatchObject({ status: 400, json: { ErrorCode: 2000 } });
    expect(refused.json['DeveloperErrorMessage']).toContain('VIES');
  });

  it('ForceBookkeepVat is for customers outside the EU', async () => {
    const inside = await body({ ForceBookkeepVat: true, InvoiceCountryCode: 'DE' });
    expect((await inside.visma.post('/customers', inside.body)).status).toBe(400);
    const outside = await body({ ForceBookkeepVat: true, InvoiceCountryCode: 'CH' });
    expect((await outside.visma.post('/customers', outside.body)).status).toBe(201);
  });

  it('takes up to five further addresses, beside a first one', async () => {
    const { visma, body: given } = await body();
    const copies = ['b@klant.example'];
    expect((await visma.post('/customers', { ...given, EmailAddresses: copies })).status).toBe(400);
    expect((await visma.post('/customers', { ...given, EmailAddress: 'a@klant.example', EmailAddresses: copies })).status).toBe(201);
    const many = Array.from({ length: 6 }, (_, index) => `c${index}@klant.example`);
    expect((await visma.post('/customers', { ...given, EmailAddress: 'a@klant.example', EmailAddresses: many })).status).toBe(400);
  });

  it('can be deleted without transactions only (4001)', async () => {
    const { visma } = await body();
    const customer = await visma.customer('1002');
    await visma.post('/customerinvoicedrafts', draftBody(customer.Id, []));
    expect(await visma.remove(`/customers/${customer.Id}`)).toMatchObject({ status: 400, json: { ErrorCode: 4001 } });
    const unused = await visma.customer('1003');
    expect((await visma.remove(`/customers/${unused.Id}`)).status).toBe(200);
    expect((await visma.remove(`/customers/${unused.Id}`)).status).toBe(404);
  });

  it('the seed holds 25 customers, one of them without a number', async () => {
    const { visma } = await body();
    const page = await visma.list('/customers');
    expect(page.Meta.TotalNumberOfResults).toBe(25);
    expect(page.Data.filter((each) => each['CustomerNumber'] === null)).toHaveLength(1);
  });
});
