import { draftBody } from './sales.ts';
import { type Step, present } from './context.ts';

const idOf = (record: { readonly Id?: string | null | undefined }): string => present(record.Id, 'Id in the answer');
const pdf = { ContentType: 'application/pdf', FileName: 'specificatie.pdf', Data: 'JVBERi0xLjQK' };

/** Files for vouchers. */
export const attachments: Step = async ({ client }) => {
  const voucher = await client.vouchers.create({
    VoucherDate: '2026-01-15',
    VoucherText: 'Memoriaal',
    Rows: [
      { AccountNumber: 1100, DebitAmount: 10, CreditAmount: 0 },
      { AccountNumber: 1000, DebitAmount: 0, CreditAmount: 10 },
    ],
  });
  const id = idOf(await client.attachments.create(pdf));
  await client.attachments.get(id);
  await client.attachments.list({ includeMatched: true, includeTemporaryUrl: false });
  await client.attachmentLinks.create({ DocumentId: idOf(voucher), DocumentType: 3, AttachmentIds: [id] });
  await client.attachmentLinks.delete(id);
  await client.attachments.delete(id);
};

/** Files that travel with drafts, invoices, orders and quotes. */
export const salesAttachments: Step = async (context) => {
  const { client, customerId } = context;
  const files = client.salesDocumentAttachments;
  const body = await draftBody(context);
  const draft = idOf(await client.customerInvoiceDrafts.create(body));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- documented, so it is exercised
  const first = idOf(await files.create({ ...pdf, DockumentId: draft }));
  await files.get(first);
  await files.pdf(first);
  await files.list();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- documented, so it is exercised
  await files.delete(draft, first);
  await files.deleteFromCustomerInvoiceDraft(draft, idOf(await files.createForCustomerInvoiceDraft({ ...pdf, DockumentId: draft })));
  const invoice = idOf(await client.customerInvoiceDrafts.convert(draft));
  await files.deleteFromCustomerInvoice(invoice, idOf(await files.createForCustomerInvoice({ ...pdf, DockumentId: invoice })));
  const order = idOf(
    await client.orders.create({
      CustomerId: await customerId('1001'),
      CurrencyCode: 'EUR',
      EuThirdParty: false,
      OrderDate: '2026-03-31',
      Status: 1,
      RotReducedInvoicingType: 0,
      ReverseChargeOnConstructionServices: false,
    }),
  );
  await files.deleteFromOrder(order, idOf(await files.createForOrder({ ...pdf, DockumentId: order })));
  const quote = idOf(await client.quotes.create({ CustomerId: await customerId('1001') }));
  await files.deleteFromQuote(quote, idOf(await files.createForQuote({ ...pdf, DockumentId: quote })));
};
