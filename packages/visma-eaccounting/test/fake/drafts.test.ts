import { describe, expect, it } from 'vitest';
import { draftBody, open, row, text } from './harness.ts';

describe('customer invoice drafts', () => {
  it('B1: the article and the customer decide the VAT; a row takes no rate', async () => {
    const visma = open();
    const [hours, training, zero] = [await visma.article('UREN-H'), await visma.article('UREN-L'), await visma.article('UREN-0')];
    const customer = await visma.customer('1001');
    const rows = [row(hours.Id, 2, 95), row(training.Id, 1, 85, { VatRate: 21 }), row(zero.Id, 1, 95)];
    const { status, json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, rows));
    expect(status).toBe(201);
    expect(json['Rows'].map((each) => each['VatRate'])).toEqual([21, 9, 0]);
    expect(json['Rows'].map((each) => each.Amount)).toEqual([190, 85, 95]);
    expect(json['TotalVatAmount']).toBe(47.55);
    expect(json['TotalAmount']).toBe(417.55);
    expect(json['TotalRoundings']).toBe(0);
    expect(json['InvoiceCurrencyCode']).toBe('EUR');
  });

  it('an EU customer with a VAT number and one outside the EU pay no VAT; others abroad pay the domestic rate', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const totals = async (number: string): Promise<unknown> => {
      const customer = await visma.customer(number);
      return (await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 1, 100)]))).json['TotalVatAmount'];
    };
    expect(await totals('1012')).toBe(0);
    expect(await totals('1015')).toBe(0);
    visma.fake.person.editCustomer('1012', { VatNumber: null });
    expect(await totals('1012')).toBe(21);
    visma.fake.person.editCustomer('1015', { ForceBookkeepVat: true });
    expect(await totals('1015')).toBe(21);
  });

  it('construction reverse charge needs the flag on the customer and on the row', async () => {
    const visma = open();
    const article = await visma.article('UREN-V');
    const draft = async (number: string, reversed: boolean) => {
      const customer = await visma.customer(number);
      const rows = [row(article.Id, 1, 100, { ReversedConstructionServicesVatFree: reversed })];
      return visma.post('/customerinvoicedrafts', draftBody(customer.Id, rows));
    };
    expect((await draft('1007', true)).json['TotalVatAmount']).toBe(0);
    expect((await draft('1007', false)).json['TotalVatAmount']).toBe(21);
    const refused = await draft('1001', true);
    expect(refused.status).toBe(400);
    expect(refused.json['ErrorCode']).toBe(2000);
  });

  it('B5: prices of a private customer include VAT when the company shows them so', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1018');
    visma.fake.person.changeSettings({ ShowPricesExclVatPC: true });
    const { json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 1, 121)]));
    expect(json).toMatchObject({ IncludesVat: true, TotalAmount: 121, TotalVatAmount: 21 });
    expect(json['Rows'][0]?.['Amount']).toBe(121);
  });

  it('D1: 0.33 hours at 95.00 make 31.35, half a cent rounds away from zero', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const rows = [row(hours.Id, 0.33, 95), row(hours.Id, 0.5, 0.01), row(hours.Id, -0.5, 0.01)];
    const { json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, rows));
    expect(json['Rows'].map((each) => each.Amount)).toEqual([31.35, 0.01, -0.01]);
  });

  it('allows two decimals of price to domestic customers and four to others, two of quantity to all', async () => {
    const visma = open();
    const km = await visma.article('KM-H');
    const [domestic, swiss] = [await visma.customer('1001'), await visma.customer('1015')];
    const post = async (customerId: string, quantity: number, price: number): Promise<number> =>
      (await visma.post('/customerinvoicedrafts', draftBody(customerId, [row(km.Id, quantity, price)]))).status;
    expect(await post(domestic.Id, 10, 0.23)).toBe(201);
    expect(await post(domestic.Id, 10, 0.235)).toBe(400);
    expect(await post(swiss.Id, 10, 0.2355)).toBe(201);
    expect(await post(swiss.Id, 10.005, 0.23)).toBe(400);
  });

  it('replaces a price of 0 by the price of the article only when asked', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const post = async (replace: boolean) =>
      (await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 1, 0)], { ReplaceUnitPriceWhenZero: replace }))).json;
    expect((await post(false))['TotalAmount']).toBe(0);
    expect((await post(true))['TotalAmount']).toBe(114.95);
  });

  it('takes a discount as a fraction with four decimals', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const discounted = (discount: number) =>
      visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 3, 99.99, { DiscountPercentage: discount })]));
    expect((await discounted(0.125)).json['Rows'][0]?.['Amount']).toBe(262.47);
    expect((await discounted(12.5)).status).toBe(400);
  });

  it('keeps text rows without article, amount and rate, and asks for a character in them', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const { json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [text('Specificatie TC-7K2M9Q')]));
    expect(json['Rows'][0]).toMatchObject({ IsTextRow: true, ArticleId: null, VatRate: null, Amount: 0, LineNumber: 1 });
    expect((await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [text('')]))).status).toBe(400);
  });

  it('refuses a row without article, with an unknown one and with an inactive one, naming the row', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const inactive = await visma.article('UREN-OUD');
    const rows = [row('', 1, 1, { ArticleId: null }), row('00000000-0000-4000-8000-000000000000', 1, 1), row(inactive.Id, 1, 1)];
    const { status, json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, rows));
    expect(status).toBe(400);
    expect(json['Errors'].map((each) => each.Field)).toEqual([
      'Rows[0].ArticleId',
      'Rows[1].ArticleId',
      'Rows[2].ArticleId',
    ]);
  });

  it('derives the due date from the terms, at the end of the month where they say so', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const terms = await visma.list('/termsofpayments');
    const due = async (name: string, date: string, more = {}): Promise<unknown> => {
      const id = terms.Data.find((each) => each['Name'] === name)?.Id;
      const body = draftBody(customer.Id, [], { TermsOfPaymentId: id, InvoiceDate: date, ...more });
      return (await visma.post('/customerinvoicedrafts', body)).json['DueDate'];
    };
    expect(await due('14 dagen', '2026-03-31')).toBe('2026-04-14');
    expect(await due('30 dagen na einde maand', '2026-02-10')).toBe('2026-03-30');
    expect(await due('14 dagen', '2026-03-31', { DueDate: '2026-06-01T00:00:00Z' })).toBe('2026-06-01');
  });

  it('is in the currency of the customer, with totals in base currency beside it', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1023');
    const { json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 1, 100)]));
    expect(json).toMatchObject({ InvoiceCurrencyCode: 'GBP', TotalAmount: 100, TotalAmountBaseCurrency: 116 });
  });

  it('C6: the totals of a credit draft are negative', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const body = draftBody(customer.Id, [row(hours.Id, 1, 100)], { IsCreditInvoice: true });
    expect((await visma.post('/customerinvoicedrafts', body)).json).toMatchObject({ TotalAmount: -121, TotalVatAmount: -21 });
  });

  it('rounds the total to whole units where the company does', async () => {
    const visma = open();
    visma.fake.person.changeSettings({ DomesticCurrencyRounding: 1 });
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const { json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 0.33, 95)]));
    expect(json).toMatchObject({ TotalAmount: 38, TotalRoundings: 0.07, TotalVatAmount: 6.58 });
  });

  it('rounds VAT once per rate, or per row where the option says so', async () => {
    const vat = async (vatRounding: 'perRate' | 'perRow'): Promise<unknown> => {
      const visma = open({ vatRounding });
      const hours = await visma.article('UREN-H');
      const customer = await visma.customer('1001');
      const rows = [row(hours.Id, 1, 0.07), row(hours.Id, 1, 0.07)];
      return (await visma.post('/customerinvoicedrafts', draftBody(customer.Id, rows))).json['TotalVatAmount'];
    };
    expect(await vat('perRate')).toBe(0.03);
    expect(await vat('perRow')).toBe(0.02);
  });

  it('can be changed and deleted; a change is a full replacement', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const body = draftBody(customer.Id, [row(hours.Id, 1, 100)], { OurReference: 'A. Vermeer' });
    const { json: draft } = await visma.post('/customerinvoicedrafts', body);
    const changed = await visma.put(`/customerinvoicedrafts/${draft.Id}`, draftBody(customer.Id, [row(hours.Id, 2, 100)]));
    expect(changed.json).toMatchObject({ Id: draft.Id, TotalAmount: 242, OurReference: null });
    expect((await visma.remove(`/customerinvoicedrafts/${draft.Id}`)).status).toBe(200);
    const gone = await visma.request('GET', `/customerinvoicedrafts/${draft.Id}`);
    expect(gone).toMatchObject({ status: 404, json: { ErrorCode: 3000 } });
  });

  it('answers rates as fractions where the option says so', async () => {
    const visma = open({ vatRateScale: 'fraction' });
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const { json } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 1, 100)]));
    expect(json['Rows'][0]?.['VatRate']).toBe(0.21);
    expect(json['TotalVatAmount']).toBe(21);
    expect((await visma.vatCode('1b'))['VatRate']).toBe(0.09);
  });
});
