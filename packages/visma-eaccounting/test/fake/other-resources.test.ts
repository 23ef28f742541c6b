import { describe, expect, it } from 'vitest';
import { open, row, type Body } from './harness.ts';

const order = (customerId: string, rows: readonly Body[]): Body => ({
  CustomerId: customerId,
  CurrencyCode: 'EUR',
  EuThirdParty: false,
  OrderDate: '2026-03-31',
  Status: 2,
  RotReducedInvoicingType: 0,
  ReverseChargeOnConstructionServices: false,
  Rows: rows.map((each, at) => ({ ...each, LineNumber: at + 1, IsWorkCost: false, EligibleForReverseChargeOnVat: false })),
});

describe('resources without rules of their own', () => {
  it('keep what is sent and answer it, until it is deleted', async () => {
    const visma = open();
    const made = await visma.post('/articlelabels', { Name: 'Advies' });
    expect(made.status).toBe(201);
    const path = `/articlelabels/${made.json.Id}`;
    await visma.put(path, { Name: 'Ontwerp' });
    expect(await visma.get(path)).toMatchObject({ Name: 'Ontwerp' });
    expect((await visma.list('/articlelabels')).Data).toHaveLength(1);
    expect((await visma.remove(path)).status).toBe(200);
    expect((await visma.request('GET', path)).status).toBe(404);
  });

  it('have something to read where the API only reads', async () => {
    const visma = open();
    for (const path of ['/webshoporders', '/vatreports', '/discountagreements', '/inventoryitems', '/foreignpaymentcodes', '/banks', '/backgrounds']) {
      expect((await visma.list(path)).Data, path).toHaveLength(1);
    }
  });

  it('lose no record to what is below it', async () => {
    const visma = open();
    const draft = await visma.post('/supplierinvoicedrafts', { SupplierId: (await visma.list('/vatreports')).Data[0]?.Id, IsCreditInvoice: false, Rows: [] });
    const path = `/supplierinvoicedrafts/${draft.json.Id}`;
    expect((await visma.remove(`${path}/allocationperiods`)).status).toBe(200);
    expect((await visma.request('GET', path)).status).toBe(200);
  });
});

describe('conversions', () => {
  it('an order becomes an invoice in the books, with number, VAT and voucher', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const article = await visma.article('UREN-H');
    const made = await visma.post('/orders', order(customer.Id, [{ ...row(article.Id, 2, 95), ReversedConstructionServicesVatFree: undefined }]));
    const invoice = await visma.post(`/orders/${made.json.Id}/convert`, { WorkHouseOtherCosts: 0 });
    expect(invoice.json).toMatchObject({ InvoiceNumber: 260_101, TotalAmount: 229.9, TotalVatAmount: 39.9 });
    expect(visma.fake.books.invoices.map(({ Id }) => Id)).toEqual([invoice.json.Id]);
    expect(visma.fake.books.vouchers).toHaveLength(1);
  });

  it('a quote draft becomes a quote, and that an order', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const draft = await visma.post('/quotedrafts', { CustomerId: customer.Id });
    const quote = await visma.put(`/quotedrafts/${draft.json.Id}/convert`, {});
    expect((await visma.request('GET', `/quotedrafts/${draft.json.Id}`)).status).toBe(404);
    const made = await visma.post(`/quotes/${quote.json.Id}/converttoorder`, { Type: 1 });
    expect(await visma.get(`/orders/${made.json.Id}`)).toMatchObject({ CustomerId: customer.Id });
  });

  it('a voucher draft is booked, once, and must balance', async () => {
    const visma = open();
    const rows = [{ AccountNumber: 1100, DebitAmount: 10, CreditAmount: 0 }, { AccountNumber: 1000, DebitAmount: 0, CreditAmount: 10 }];
    const uneven = await visma.post('/voucherdrafts', { VoucherDate: '2026-03-31', VoucherText: 'Memo', Rows: rows.slice(0, 1) });
    expect((await visma.post(`/voucherdrafts/${uneven.json.Id}/convert`)).status).toBe(400);
    const draft = await visma.post('/voucherdrafts', { VoucherDate: '2026-03-31', VoucherText: 'Memo', Rows: rows });
    const path = `/voucherdrafts/${draft.json.Id}/convert`;
    expect((await visma.post(path)).json).toMatchObject({ NumberAndNumberSeries: 'A1', VoucherText: 'Memo' });
    expect((await visma.post(path)).status).toBe(404);
    expect(await visma.get('/accountbalances/1100/2026-03-31')).toMatchObject({ Balance: 10 });
    expect(await visma.get('/accountbalances/1100/2026-03-30')).toMatchObject({ Balance: 0 });
  });
});

describe('what belongs to a record', () => {
  it('a price list has one price per article', async () => {
    const visma = open();
    const { Id: ArticleId } = await visma.article('UREN-H');
    const list = (await visma.post('/salespricelists', { Name: 'Vast', CurrencyCode: 'EUR', IsActive: true })).json.Id;
    for (const NetPrice of [90, 92.5]) {
      const set = await visma.put(`/salespricelists/${list}/prices`, [{ ArticleId, NetPrice }]);
      expect(set.json).toMatchObject({ Meta: { CurrentPage: 1 }, Data: [{ ArticleId, NetPrice }] });
    }
    expect((await visma.list(`/salespricelists/prices/${list}`)).Data).toHaveLength(1);
    expect(await visma.get(`/salespricelists/prices/${list}/${ArticleId}`)).toMatchObject({ NetPrice: 92.5, CurrencyCode: 'EUR' });
  });

  it('a thread shows its last message and can be closed', async () => {
    const visma = open();
    const thread = await visma.post('/messagethreads', { Message: 'Klopt dit?', Subject: 'Factuur', DocumentType: 0 });
    const path = `/messagethreads/${thread.json.Id}`;
    await visma.post(path, { Text: 'Ja' });
    expect(await visma.get(`${path}/messages`)).toMatchObject({ Text: 'Ja' });
    expect((await visma.put(path, { Status: 4 })).json).toMatchObject({ IsClosed: true, LastMessage: { Text: 'Ja' } });
    expect((await visma.list('/messagethreads/messages')).Data).toHaveLength(2);
  });

  it('a VAT report is approved', async () => {
    const visma = open();
    const id = (await visma.list('/vatreports')).Data[0]?.Id ?? '';
    await visma.put(`/approval/vatreport/${id}`, { DocumentApprovalStatus: 1 });
    expect(await visma.get(`/vatreports/${id}`)).toMatchObject({ DocumentApprovalStatus: 1 });
  });
});
