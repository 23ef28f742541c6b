import { describe, expect, it } from 'vitest';
import { acme, setup } from './setup.ts';

describe('invoices of TimeChimp', () => {
  it('are read from API v1 with their figures, number and rows', async () => {
    const { source } = setup();
    const [invoice] = await source.invoices.get(acme, ['401']);
    expect(invoice).toEqual({
      id: '401', companyInvoicePrefix: '2026-', companyInvoiceId: 17, customerId: '1', customerName: 'Bakkerij De Boer', status: 'Open',
      date: '2026-02-01', dueDate: '2026-02-15', currencyCode: 'EUR', credit: false, total: '121', totalExTax: '100',
      rows: [{ description: 'Ontwerp', quantity: '1', price: '100', taxPercent: '21', code: '8000' }],
    });
  });

  it('C8: whether an invoice was sent is told by its status: Concept was not', async () => {
    const { source } = setup();
    const { items } = await source.invoices.page(acme, { limit: 10 });
    expect(items.map(({ id, status }) => `${id} ${status}`)).toEqual(['401 Open', '402 Concept', '403 Paid']);
  });

  it('are paged and narrowed down here: API v1 gives the whole list', async () => {
    const { source } = setup();
    const first = await source.invoices.page(acme, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(['401', '402']);
    const second = await source.invoices.page(acme, { limit: 2, after: first.next });
    expect(second.items.map(({ id }) => id)).toEqual(['403']);
    expect(second.next).toBeUndefined();
    const sent = await source.invoices.page(acme, { limit: 10, from: '2026-02-02', statuses: ['Open', 'Paid'], to: '2026-03-02' });
    expect(sent.items.map(({ id }) => id)).toEqual(['403']);
  });

  it('missing ones are absent, few or many', async () => {
    const { source } = setup();
    expect((await source.invoices.get(acme, ['402', '999', 'x'])).map(({ id }) => id)).toEqual(['402']);
    expect((await source.invoices.get(acme, ['401', '402', '403', '4', '5', '6', '7'])).map(({ id }) => id)).toEqual(['401', '402', '403']);
  });

  it('without a figure that decides money are an error, never a guess', async () => {
    const { source, fake } = setup();
    const invoice = fake.books.invoices.get(401);
    fake.books.invoices.set(401, { ...invoice, currency: '' } as never);
    await expect(source.invoices.get(acme, ['401'])).rejects.toMatchObject({ code: 'api-drift' });
  });
});
