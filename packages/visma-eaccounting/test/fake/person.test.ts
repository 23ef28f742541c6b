import { describe, expect, it } from 'vitest';
import { exampleCompany } from '../../src/testing/index.ts';
import { type Harness, type Wire, draftBody, open, row, text } from './harness.ts';

async function withDraft(): Promise<{ visma: Harness; draft: Wire }> {
  const visma = open();
  const hours = await visma.article('UREN-H');
  const customer = await visma.customer('1001');
  const body = draftBody(customer.Id, [row(hours.Id, 1, 95), text('Specificatie TC-7K2M9Q')]);
  return { visma, draft: (await visma.post('/customerinvoicedrafts', body)).json };
}

describe('what a person does in Visma', () => {
  it('A9: finalises our draft: it is gone, and an invoice with its rows and texts is there', async () => {
    const { visma, draft } = await withDraft();
    const invoice = visma.fake.person.convertDraft(draft.Id, { invoiceDate: '2026-03-15' });
    expect(invoice).toMatchObject({ InvoiceDate: '2026-03-15', TotalAmountInvoiceCurrency: 114.95 });
    expect(invoice.Rows.at(-1)?.Text).toBe('Specificatie TC-7K2M9Q');
    expect((await visma.request('GET', `/customerinvoicedrafts/${draft.Id}`)).status).toBe(404);
    expect((await visma.list('/customerinvoices')).Data[0]).toMatchObject({ Id: invoice.Id });
  });

  it('edits a draft: the totals follow', async () => {
    const { visma, draft } = await withDraft();
    const rows = visma.fake.books.drafts[0]?.Rows.map((each) => ({ ...each, Quantity: 3 })) ?? [];
    expect(visma.fake.person.editDraft(draft.Id, { Rows: rows })).toMatchObject({ Id: draft.Id, TotalAmount: 344.85 });
  });

  it('A8: copies a draft or an invoice, mark included: a mark alone proves nothing', async () => {
    const { visma, draft } = await withDraft();
    const copy = visma.fake.person.copyDraft(draft.Id);
    expect(copy.Id).not.toBe(draft.Id);
    expect(copy.Rows.at(-1)?.Text).toBe('Specificatie TC-7K2M9Q');
    const invoice = visma.fake.person.convertDraft(draft.Id);
    expect(visma.fake.person.copyInvoice(invoice.Id).Rows.at(-1)?.Text).toBe('Specificatie TC-7K2M9Q');
    expect(visma.fake.books.drafts).toHaveLength(2);
  });

  it('deletes a draft, voids and pays an invoice', async () => {
    const { visma, draft } = await withDraft();
    visma.fake.person.deleteDraft(visma.fake.person.copyDraft(draft.Id).Id);
    const invoice = visma.fake.person.convertDraft(draft.Id);
    const copy = visma.fake.person.copyInvoice(invoice.Id);
    expect(visma.fake.person.voidInvoice(invoice.Id)).toMatchObject({ IsCreditInvoice: true });
    const second = visma.fake.person.convertDraft(copy.Id);
    visma.fake.person.payInvoice(second.Id);
    expect((await visma.get(`/customerinvoices/${second.Id}`))['PaymentStatus']).toBe(0);
    expect(visma.fake.books.drafts).toEqual([]);
  });

  it('edits customers, makes articles inactive, changes settings', async () => {
    const { visma } = await withDraft();
    visma.clock.advance(1000);
    visma.fake.person.editCustomer('1005', { InvoiceAddress1: 'Nieuwe straat 1' });
    expect(await visma.customer('1005')).toMatchObject({ InvoiceAddress1: 'Nieuwe straat 1', ChangedUtc: '2026-04-01T08:00:01.000Z' });
    visma.fake.person.deactivateArticle('UREN-H');
    expect((await visma.article('UREN-H'))['IsActive']).toBe(false);
    visma.fake.person.changeSettings({ Name: 'Anders B.V.' });
    expect((await visma.get('/companysettings'))['Name']).toBe('Anders B.V.');
  });

  it('acts in another company', () => {
    const { fake } = open({ companies: [exampleCompany(), exampleCompany({ identifier: 'tweede' })] });
    fake.person.in('tweede').editCustomer('1001', { Name: 'Elders' });
    expect(fake.books.customers[0]?.Name).toBe('Molenaar & Zn. Houtbewerking B.V.');
    expect(fake.books.of('tweede').customers[0]?.Name).toBe('Elders');
    expect(() => fake.books.of('derde').customers).toThrow('derde');
  });

  it('what the books show can be changed without changing the books', async () => {
    const { visma } = await withDraft();
    const [draft] = visma.fake.books.drafts;
    draft!.Rows.length = 0;
    expect(visma.fake.books.drafts[0]?.Rows).toHaveLength(2);
  });
});
