import { describe, expect, it } from 'vitest';
import type { FakeVismaOptions } from '../../src/testing/index.ts';
import { type Body, type Harness, type Wire, draftBody, open, row, text } from './harness.ts';

async function withDraft(more: Body = {}, options: FakeVismaOptions = {}): Promise<{ visma: Harness; draft: Wire }> {
  const visma = open(options);
  const hours = await visma.article('UREN-H');
  const customer = await visma.customer('1001');
  const body = draftBody(customer.Id, [row(hours.Id, 0.33, 95), text('Specificatie TC-7K2M9Q')], more);
  return { visma, draft: (await visma.post('/customerinvoicedrafts', body)).json };
}

const keep = '?keepOriginalDraftDate=true&overrideCompanyKeepOriginalDraftDate=true';

describe('converting a draft', () => {
  it('makes an invoice with the next number of the series and removes the draft', async () => {
    const { visma, draft } = await withDraft();
    const { status, json } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert`);
    expect(status).toBe(201);
    expect(json).toMatchObject({ InvoiceNumber: 260101, TotalAmountInvoiceCurrency: 37.93, PaymentStatus: 1, IsQuickInvoice: false });
    expect(json['Rows'].map((each) => each['Text'])).toEqual(['Uren advies', 'Specificatie TC-7K2M9Q']);
    expect(visma.fake.books.drafts).toEqual([]);
    expect((await visma.post(`/customerinvoicedrafts/${draft.Id}/convert`)).status).toBe(404);
    expect((await visma.get('/companysettings'))['NextCustomerInvoiceNumber']).toBe(260102);
  });

  it('B4: keeps the date of the draft when the query says so and wins from the company', async () => {
    const { visma, draft } = await withDraft({ InvoiceDate: '2026-03-31' });
    const { json } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert${keep}`);
    expect(json).toMatchObject({ InvoiceDate: '2026-03-31', DueDate: '2026-04-30' });
  });

  it('B4: without a flag a date in the past becomes today, and the due date moves with it', async () => {
    const { visma, draft } = await withDraft({ InvoiceDate: '2026-03-31' });
    const { json } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert`);
    expect(json).toMatchObject({ InvoiceDate: '2026-04-01', DueDate: '2026-05-01' });
  });

  it('B4: a date in the future is kept, and a due date set by hand stays', async () => {
    const { visma, draft } = await withDraft({ InvoiceDate: '2026-04-15', DueDate: '2026-04-20' });
    const { json } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert`);
    expect(json).toMatchObject({ InvoiceDate: '2026-04-15', DueDate: '2026-04-20' });
  });

  it('B4: the setting of the company keeps the date unless the query overrides it', async () => {
    const kept = await withDraft({ InvoiceDate: '2026-03-31' });
    kept.visma.fake.person.changeSettings({ KeepOriginalDraftDate: true });
    const first = await kept.visma.post(`/customerinvoicedrafts/${kept.draft.Id}/convert`);
    expect(first.json['InvoiceDate']).toBe('2026-03-31');
    const overridden = await withDraft({ InvoiceDate: '2026-03-31' });
    overridden.visma.fake.person.changeSettings({ KeepOriginalDraftDate: true });
    const query = '?keepOriginalDraftDate=false&overrideCompanyKeepOriginalDraftDate=true';
    const second = await overridden.visma.post(`/customerinvoicedrafts/${overridden.draft.Id}/convert${query}`);
    expect(second.json['InvoiceDate']).toBe('2026-04-01');
  });

  it('"today" is that of the company: after midnight in Amsterdam it is the next day', async () => {
    const { visma, draft } = await withDraft({ InvoiceDate: '2026-03-01' }, { accessTokenSeconds: 86_400 });
    visma.clock.advance(14.5 * 3_600_000);
    const { json } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert`);
    expect(json['InvoiceDate']).toBe('2026-04-02');
  });

  it('B4: expected totals and rows that do not hold are refused, and nothing is made', async () => {
    const { visma, draft } = await withDraft();
    const expected = {
      TotalAmountInvoiceCurrency: 37.94,
      TotalVatAmountInvoiceCurrency: 6.58,
      TotalRoundingsInvoiceCurrency: 0,
      Rows: [
        { LineNumber: 1, TotalAmountNoVatInvoiceCurrency: 31.34, TotalAmountIncVatInvoiceCurrency: 37.93 },
        { LineNumber: 7, TotalAmountNoVatInvoiceCurrency: 0 },
      ],
    };
    const { status, json } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert${keep}`, expected);
    expect(status).toBe(400);
    expect(json['Errors'].map((each) => each.Field)).toEqual([
      'TotalAmountInvoiceCurrency',
      'Rows[0].TotalAmountNoVatInvoiceCurrency',
      'Rows[1].LineNumber',
    ]);
    expect(visma.fake.books.invoices).toEqual([]);
    expect(visma.fake.books.drafts).toHaveLength(1);
  });

  it('B4: expected totals that hold let it pass', async () => {
    const { visma, draft } = await withDraft();
    const expected = {
      TotalAmountInvoiceCurrency: draft['TotalAmount'],
      TotalVatAmountInvoiceCurrency: draft['TotalVatAmount'],
      TotalRoundingsInvoiceCurrency: draft['TotalRoundings'],
      Rows: [{ LineNumber: 1, TotalAmountNoVatInvoiceCurrency: 31.35, TotalAmountIncVatInvoiceCurrency: 37.93 }],
    };
    expect((await visma.post(`/customerinvoicedrafts/${draft.Id}/convert${keep}`, expected)).status).toBe(201);
  });

  it('refuses a date without a fiscal year (3001) and one in a locked period (4026)', async () => {
    const early = await withDraft({ InvoiceDate: '2019-12-31' });
    const noYear = await early.visma.post(`/customerinvoicedrafts/${early.draft.Id}/convert${keep}`);
    expect(noYear).toMatchObject({ status: 400, json: { ErrorCode: 3001 } });
    const locked = await withDraft({ InvoiceDate: '2026-02-15' });
    locked.visma.fake.person.lockAccountingTo('2026-02-28');
    const inLocked = await locked.visma.post(`/customerinvoicedrafts/${locked.draft.Id}/convert${keep}`);
    expect(inLocked).toMatchObject({ status: 400, json: { ErrorCode: 4026 } });
    expect(locked.visma.fake.books.drafts).toHaveLength(1);
  });

  it('A9: leaves CreatedFromDraftId empty, or fills it where the option says so', async () => {
    const plain = await withDraft();
    expect((await plain.visma.post(`/customerinvoicedrafts/${plain.draft.Id}/convert`)).json['CreatedFromDraftId']).toBeNull();
    const filled = await withDraft({}, { convertFillsCreatedFromDraftId: true });
    const { json } = await filled.visma.post(`/customerinvoicedrafts/${filled.draft.Id}/convert`);
    expect(json['CreatedFromDraftId']).toBe(filled.draft.Id);
  });

  it('books the VAT of each rate on the account of its code', async () => {
    const visma = open();
    const [hours, training] = [await visma.article('UREN-H'), await visma.article('UREN-L')];
    const customer = await visma.customer('1001');
    const body = draftBody(customer.Id, [row(hours.Id, 1, 100), row(training.Id, 1, 100)]);
    await visma.post(`/customerinvoicedrafts/${(await visma.post('/customerinvoicedrafts', body)).json.Id}/convert`);
    const rows = visma.fake.books.vouchers[0]?.Rows.map((each) => [each.AccountNumber, each.DebitAmount - each.CreditAmount]);
    expect(rows).toEqual([[1300, 230], [8000, -100], [8010, -100], [1500, -21], [1501, -9]]);
  });

  it('books receivable, revenue by account and VAT in one voucher that balances', async () => {
    const { visma, draft } = await withDraft();
    const { json } = await visma.post(`/customerinvoicedrafts/${draft.Id}/convert`);
    const [voucher] = visma.fake.books.vouchers;
    expect(voucher).toMatchObject({ Id: json['VoucherId'], SourceId: json.Id, NumberAndNumberSeries: json['VoucherNumber'] });
    expect(voucher?.Rows.map((each) => [each.AccountNumber, each.DebitAmount, each.CreditAmount])).toEqual([
      [1300, 37.93, 0],
      [8000, 0, 31.35],
      [1500, 0, 6.58],
    ]);
  });
});
