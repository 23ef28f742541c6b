import { describe, expect, it } from 'vitest';
import { type Body, ledgerBody, open } from './harness.ts';

const path = '/customerledgeritems/customerledgeritemswithvoucher';
const ownCodes = '?useAutomaticVatCalculation=false&useDefaultVatCodes=false&useDefaultVoucherSeries=true';

async function post(more: Body = {}, voucher: Body = {}, query = ownCodes) {
  const visma = open();
  const customer = await visma.customer('1001');
  return { visma, customer, answer: await visma.post(`${path}${query}`, ledgerBody(customer.Id, more, voucher)) };
}

const rows = (debtor: Body, revenue: Body, vat: Body): Body => ({ Rows: [debtor, revenue, vat] });

describe('customer ledger items with a voucher', () => {
  it('C1: makes an open item and a voucher in one call', async () => {
    const { visma, customer, answer } = await post();
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ CustomerId: customer.Id, InvoiceNumber: 20260017, RemainingAmountInvoiceCurrency: 1210 });
    const [voucher] = visma.fake.books.vouchers;
    expect(voucher).toMatchObject({ Id: answer.json['VoucherId'], NumberAndNumberSeries: 'A1', VoucherType: 2 });
    expect(voucher?.Rows).toHaveLength(3);
  });

  it('shows up among the invoices as a quick invoice, which cannot be voided', async () => {
    const { visma, answer } = await post();
    const page = await visma.list('/customerinvoices', { $filter: 'InvoiceNumber eq 20260017' });
    expect(page.Data).toHaveLength(1);
    expect(page.Data[0]).toMatchObject({ IsQuickInvoice: true, TotalAmountInvoiceCurrency: 1210, Rows: [] });
    expect((await visma.post(`/customerinvoices/${page.Data[0]?.Id}/void`)).status).toBe(400);
    expect(answer.status).toBe(201);
    expect(visma.fake.books.invoices).toEqual([]);
  });

  it('A11: takes the same number twice: nothing in the service prevents a double booking', async () => {
    const { visma, customer } = await post();
    await visma.post(`${path}${ownCodes}`, ledgerBody(customer.Id));
    const filter = `CustomerId eq ${customer.Id} and InvoiceNumber eq 20260017`;
    expect((await visma.list('/customerledgeritems', { $filter: filter })).Data).toHaveLength(2);
  });

  it('A11: has no PUT and no DELETE', async () => {
    const { visma, answer } = await post();
    expect((await visma.put(`/customerledgeritems/${answer.json.Id}`, {})).status).toBe(405);
    expect((await visma.remove(`/customerledgeritems/${answer.json.Id}`)).status).toBe(405);
  });

  it('C1: keeps our VAT codes when useDefaultVatCodes is false, else those of the accounts win', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const code = await visma.vatCode('1e');
    const own = rows({ AccountNumber: 1300, DebitAmount: 1210 }, { AccountNumber: 8000, CreditAmount: 1000, VatCodeId: code.Id, VatAmount: 210 }, { AccountNumber: 1500, CreditAmount: 210 });
    await visma.post(`${path}${ownCodes}`, ledgerBody(customer.Id, {}, own));
    await visma.post(path, ledgerBody(customer.Id, { InvoiceNumber: 20260018 }, own));
    const high = await visma.vatCode('1a');
    const codes = visma.fake.books.vouchers.map((voucher) => voucher.Rows.map((each) => each.VatCodeId));
    expect(codes).toEqual([
      [null, code.Id, null],
      [null, high.Id, null],
    ]);
    expect(visma.fake.books.vouchers[0]?.Rows[1]).toMatchObject({ VatAmount: 210, VatCodeAndPercent: '1e (0%)' });
  });

  it('C1: automatic calculation takes the gross amount and adds the VAT row', async () => {
    const voucher = { Rows: [{ AccountNumber: 1300, DebitAmount: 1210 }, { AccountNumber: 8000, CreditAmount: 1210 }] };
    const { visma, answer } = await post({}, voucher, '?useAutomaticVatCalculation=true');
    expect(answer.status).toBe(201);
    expect(visma.fake.books.vouchers[0]?.Rows.map((each) => [each.AccountNumber, each.CreditAmount])).toEqual([
      [1300, 0],
      [8000, 1000],
      [1500, 210],
    ]);
  });

  it('refuses a voucher that does not balance, and makes neither', async () => {
    const { visma, answer } = await post({}, { Rows: [{ AccountNumber: 1300, DebitAmount: 1210 }, { AccountNumber: 8000, CreditAmount: 1209.99 }] });
    expect(answer).toMatchObject({ status: 400, json: { ErrorCode: 2000 } });
    expect(answer.json['DeveloperErrorMessage']).toContain('does not balance');
    expect([visma.fake.books.vouchers, visma.fake.books.ledgerItems]).toEqual([[], []]);
  });

  it('C6: a credit swaps the sides and may carry a negative total', async () => {
    const swapped = rows({ AccountNumber: 1300, CreditAmount: 1210 }, { AccountNumber: 8000, DebitAmount: 1000 }, { AccountNumber: 1500, DebitAmount: 210 });
    const negative = { IsCreditInvoice: true, TotalAmountInvoiceCurrency: -1210, VATAmountInvoiceCurrency: -210, RemainingAmountInvoiceCurrency: -1210 };
    expect((await post(negative, swapped)).answer.status).toBe(201);
    const row = rows({ AccountNumber: 1300, DebitAmount: -1210 }, { AccountNumber: 8000, CreditAmount: -1000 }, { AccountNumber: 1500, CreditAmount: -210 });
    expect((await post(negative, row)).answer.status).toBe(400);
  });

  it('refuses a row with a debit and a credit', async () => {
    const { answer } = await post({}, { Rows: [{ AccountNumber: 1300, DebitAmount: 1210, CreditAmount: 1210 }] });
    expect(answer.json['Errors'][0]?.Field).toBe('Voucher.Rows[0].DebitAmount');
  });

  it('C7: the number is an int32', async () => {
    expect((await post({ InvoiceNumber: 2_147_483_647 })).answer.status).toBe(201);
    expect((await post({ InvoiceNumber: 2_147_483_648 })).answer.status).toBe(400);
    expect((await post({ InvoiceNumber: '2026-0017' })).answer.status).toBe(400);
  });

  it.each(['InvoiceNumber', 'InvoiceDate', 'DueDate', 'TotalAmountInvoiceCurrency', 'VATAmountInvoiceCurrency', 'RoundingsAmountInvoiceCurrency', 'RemainingAmountInvoiceCurrency', 'IsCreditInvoice'])(
    'requires %s in fact',
    async (name) => {
      const { answer } = await post({ [name]: undefined });
      expect(answer.status).toBe(400);
      expect(answer.json['Errors'].map((each) => each.Field)).toContain(name);
    },
  );

  it('C4: a rounding is at most 1', async () => {
    expect((await post({ RoundingsAmountInvoiceCurrency: 1.01 })).answer.status).toBe(400);
  });

  it('B4: refuses a date without a fiscal year (3001), in a locked year and in a locked period (4026)', async () => {
    expect((await post({}, { VoucherDate: '2019-03-31' })).answer.json['ErrorCode']).toBe(3001);
    const visma = open();
    const customer = await visma.customer('1001');
    visma.fake.person.lockFiscalYear(2026);
    expect((await visma.post(`${path}${ownCodes}`, ledgerBody(customer.Id))).json['ErrorCode']).toBe(4026);
    visma.fake.person.lockFiscalYear(2026, false);
    visma.fake.person.lockAccountingTo('2026-03-31');
    expect((await visma.post(`${path}${ownCodes}`, ledgerBody(customer.Id))).json['ErrorCode']).toBe(4026);
    visma.fake.person.lockAccountingTo('2026-03-30');
    expect((await visma.post(`${path}${ownCodes}`, ledgerBody(customer.Id))).status).toBe(201);
  });

  it('refuses an unknown account (3002), an inactive one and one that is blocked (2000)', async () => {
    const on = (account: number): Body => rows({ AccountNumber: 1300, DebitAmount: 1210 }, { AccountNumber: account, CreditAmount: 1000 }, { AccountNumber: 1500, CreditAmount: 210 });
    expect((await post({}, on(7777))).answer.json['ErrorCode']).toBe(3002);
    expect((await post({}, on(8090))).answer.json['ErrorCode']).toBe(2000);
    expect((await post({}, on(1590))).answer.json['ErrorCode']).toBe(2000);
  });

  it('refuses projects and cost centers where the account does not allow them', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const [project] = (await visma.list('/projects')).Data;
    const on = (debtor: Body, revenue: Body): Body =>
      rows({ AccountNumber: 1300, DebitAmount: 1210, ...debtor }, { AccountNumber: 8000, CreditAmount: 1000, ...revenue }, { AccountNumber: 1500, CreditAmount: 210 });
    const tag = { ProjectId: project?.Id };
    expect((await visma.post(`${path}${ownCodes}`, ledgerBody(customer.Id, {}, on({}, tag)))).status).toBe(201);
    expect((await visma.post(`${path}${ownCodes}`, ledgerBody(customer.Id, {}, on(tag, {})))).status).toBe(400);
  });

  it('compares the total with what the voucher books on the receivable account', async () => {
    const { answer } = await post({ TotalAmountInvoiceCurrency: 1200 });
    expect(answer.json['DeveloperErrorMessage']).toContain('account 1300');
  });

  it('asks for a series when the default one is not to be used', async () => {
    const query = '?useDefaultVoucherSeries=false';
    expect((await post({}, {}, query)).answer.status).toBe(400);
    const { visma, answer } = await post({}, { NumberSeries: 'V' }, query);
    expect(answer.status).toBe(201);
    expect(visma.fake.books.vouchers[0]?.NumberAndNumberSeries).toBe('V1');
  });
});

describe('vouchers', () => {
  it('balance, get the numbers of their series, and can be read by year', async () => {
    const visma = open();
    const voucher = { VoucherDate: '2026-01-15', VoucherText: 'Memoriaal', Rows: [{ AccountNumber: 1100, DebitAmount: 10 }, { AccountNumber: 1000, CreditAmount: 10 }] };
    const numbers = [await visma.post('/vouchers', voucher), await visma.post('/vouchers', voucher)].map(({ json }) => json['NumberAndNumberSeries']);
    expect(numbers).toEqual(['A1', 'A2']);
    const years = await visma.list('/fiscalyears');
    const year = (start: string): string => years.Data.find((each) => each['StartDate'] === start)?.Id ?? '';
    expect((await visma.list(`/vouchers/${year('2026-01-01')}`)).Meta.TotalNumberOfResults).toBe(2);
    expect((await visma.list(`/vouchers/${year('2025-01-01')}`)).Meta.TotalNumberOfResults).toBe(0);
    expect((await visma.list('/vouchers', { $filter: 'year(VoucherDate) eq 2026 and month(VoucherDate) eq 1' })).Data).toHaveLength(2);
  });

  it('takes attachments along', async () => {
    const visma = open();
    const { json: file } = await visma.post('/attachments', { ContentType: 'application/pdf', FileName: 'bon.pdf', Data: 'JVBERi0=' });
    const Rows = [{ AccountNumber: 1100, DebitAmount: 10 }, { AccountNumber: 1000, CreditAmount: 10 }];
    const voucher = { VoucherDate: '2026-01-15', VoucherText: 'Bon', Rows, Attachments: { DocumentType: 3, AttachmentIds: [file.Id] } };
    const { json } = await visma.post('/vouchers', voucher);
    expect(json['Attachments']).toEqual({ DocumentId: json.Id, DocumentType: 3, AttachmentIds: [file.Id] });
    expect(await visma.get(`/attachments/${file.Id}`)).toMatchObject({ DocumentId: json.Id, AttachmentStatus: 0 });
    const unknown = { DocumentType: 3, AttachmentIds: ['00000000-0000-4000-8000-000000000000'] };
    expect((await visma.post('/vouchers', { ...voucher, Attachments: unknown })).status).toBe(400);
  });

  it('a ledger item for a voucher made before needs a manual one', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const { Voucher, ...item } = ledgerBody(customer.Id);
    const { json: voucher } = await visma.post('/vouchers', Voucher);
    expect((await visma.post('/customerledgeritems', { ...item, VoucherId: voucher.Id })).status).toBe(201);
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await visma.post('/customerledgeritems', { ...item, VoucherId: unknown })).status).toBe(400);
  });
});
