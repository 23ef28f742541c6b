import { describe, expect, it } from 'vitest';
import { type Body, type Harness, type Wire, draftBody, open, row, text } from './harness.ts';

async function invoiced(more: Body = {}, number = '1001'): Promise<{ visma: Harness; invoice: Wire }> {
  const visma = open();
  const hours = await visma.article('UREN-H');
  const customer = await visma.customer(number);
  const body = { CustomerId: customer.Id, Rows: [{ ArticleId: hours.Id, Quantity: 2, UnitPrice: 100 }, { Text: 'Specificatie TC-AB12' }], ...more };
  return { visma, invoice: (await visma.post('/customerinvoices', body)).json };
}

describe('customer invoices', () => {
  it('POST creates and books at once, also without EuThirdParty and RotReducedInvoicingType', async () => {
    const { visma, invoice } = await invoiced();
    expect(invoice).toMatchObject({ InvoiceNumber: 260101, TotalAmount: 242, RemainingAmount: 242, PaymentStatus: 1 });
    expect(invoice['Rows'].map((each) => each['IsTextRow'])).toEqual([false, true]);
    expect(visma.fake.books.vouchers).toHaveLength(1);
  });

  it('has no PUT and no DELETE', async () => {
    const { visma, invoice } = await invoiced();
    expect((await visma.put(`/customerinvoices/${invoice.Id}`, {})).status).toBe(405);
    expect((await visma.remove(`/customerinvoices/${invoice.Id}`)).status).toBe(405);
  });

  it('B3: TotalAmount is in the currency of the company, the InvoiceCurrency fields in that of the customer', async () => {
    const { invoice } = await invoiced({}, '1023');
    expect(invoice).toMatchObject({ CurrencyCode: 'GBP', TotalAmountInvoiceCurrency: 200, TotalAmount: 232 });
  });

  it('books an existing draft with CreatedFromDraftId', async () => {
    const visma = open();
    const hours = await visma.article('UREN-H');
    const customer = await visma.customer('1001');
    const { json: draft } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [row(hours.Id, 1, 50)]));
    const { json } = await visma.post('/customerinvoices', { CustomerId: customer.Id, Rows: [], CreatedFromDraftId: draft.Id });
    expect(json).toMatchObject({ CreatedFromDraftId: draft.Id, TotalAmount: 60.5 });
    expect(visma.fake.books.drafts).toEqual([]);
  });

  it('A12: voiding settles the invoice by a credit invoice and reverses its voucher', async () => {
    const { visma, invoice } = await invoiced();
    expect((await visma.post(`/customerinvoices/${invoice.Id}/void`)).status).toBe(200);
    const [original, credit] = visma.fake.books.invoices;
    expect(original).toMatchObject({ RemainingAmountInvoiceCurrency: 0, CreditedBy: [{ CreditInvoiceId: credit?.Id }] });
    expect(credit).toMatchObject({ IsCreditInvoice: true, TotalAmountInvoiceCurrency: -242, ReferringInvoiceId: invoice.Id });
    const sum = visma.fake.books.vouchers.flatMap(({ Rows }) => Rows).reduce((total, each) => total + each.DebitAmount - each.CreditAmount, 0);
    expect(sum).toBe(0);
    expect((await visma.post(`/customerinvoices/${invoice.Id}/void`)).status).toBe(400);
  });

  it('A12: voiding is refused after a payment', async () => {
    const { visma, invoice } = await invoiced();
    const payment = {
      CompanyBankAccountId: '00000000-0000-4000-8000-000000000001',
      PaymentDate: '2026-04-01',
      PaymentAmount: 42,
      PaymentCurrency: 'EUR',
      PaymentType: 1,
    };
    expect((await visma.post(`/customerinvoices/${invoice.Id}/payments`, payment)).status).toBe(201);
    expect((await visma.get(`/customerinvoices/${invoice.Id}`))['RemainingAmount']).toBe(200);
    expect((await visma.post(`/customerinvoices/${invoice.Id}/void`)).status).toBe(400);
    const future = { ...payment, PaymentDate: '2026-04-02' };
    expect((await visma.post(`/customerinvoices/${invoice.Id}/payments`, future)).status).toBe(400);
    const rest = { ...payment, PaymentAmount: 200, PaymentType: 2 };
    expect((await visma.post(`/customerinvoices/${invoice.Id}/payments`, rest)).status).toBe(201);
    expect((await visma.get(`/customerinvoices/${invoice.Id}`))['PaymentStatus']).toBe(0);
  });

  it('is overdue after its due date', async () => {
    const { visma, invoice } = await invoiced();
    visma.clock.advance(31 * 86_400_000);
    const { accessToken } = visma.fake.authorize();
    const answer = await visma.fake.fetch(`${visma.fake.apiUrl}/customerinvoices/${invoice.Id}`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(((await answer.json()) as Wire)['PaymentStatus']).toBe(2);
  });

  it('print answers the bytes of a PDF, pdf an address for it', async () => {
    const { visma, invoice } = await invoiced();
    const { accessToken } = visma.fake.authorize();
    const print = await visma.fake.fetch(`${visma.fake.apiUrl}/customerinvoices/${invoice.Id}/print`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(print.headers.get('content-type')).toBe('application/pdf');
    expect((await print.text()).startsWith('%PDF-1.4')).toBe(true);
    const { json } = await visma.request('GET', `/customerinvoices/${invoice.Id}/pdf`);
    expect(json['Url']).toMatch(/^https:\/\/.*\.pdf$/);
  });

  it('A8: row text can be searched on invoices, not on drafts', async () => {
    const { visma, invoice } = await invoiced();
    const search = "Rows/any(c: contains(c/Text,'TC-AB12'))";
    expect((await visma.list('/customerinvoices', { $filter: search })).Data.map((each) => each.Id)).toEqual([invoice.Id]);
    expect((await visma.list('/customerinvoices', { $filter: "Rows/any(c: contains(c/Text,'TC-ZZ99'))" })).Data).toEqual([]);
    const query = new URLSearchParams({ $filter: search }).toString();
    expect((await visma.request('GET', `/customerinvoicedrafts?${query}`)).status).toBe(400);
  });

  it('modifiedSinceUtc narrows the list', async () => {
    const { visma } = await invoiced();
    const since = (moment: string) => visma.list('/customerinvoices', { modifiedSinceUtc: moment });
    expect((await since('2026-04-01T07:59:00Z')).Data).toHaveLength(1);
    expect((await since('2026-04-01T08:01:00Z')).Data).toHaveLength(0);
  });

  it('a text row without text is refused', async () => {
    const { visma } = await invoiced();
    const customer = await visma.customer('1001');
    expect((await visma.post('/customerinvoices', { CustomerId: customer.Id, Rows: [text('')] })).status).toBe(400);
    expect((await visma.post('/customerinvoices', { CustomerId: customer.Id, Rows: [] })).status).toBe(400);
  });
});
