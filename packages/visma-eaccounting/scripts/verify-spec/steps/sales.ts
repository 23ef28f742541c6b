import type { CustomerInvoiceDraftInput, CustomerInvoiceInput } from '../../../src/index.ts';
import type { Step, StepContext } from './context.ts';
import { VismaError } from '../../../src/index.ts';
import { present } from './context.ts';

const idOf = (record: { readonly Id?: string | null | undefined }): string => present(record.Id, 'Id in the answer');

/** Customers: every method, with a full body and a minimal one. */
export const customers: Step = async ({ client, termsId }) => {
  const TermsOfPaymentId = await termsId();
  const body = {
    Name: 'Rijwielhandel De Ketting',
    InvoiceAddress1: 'Stationsplein 1',
    InvoiceCity: 'Assen',
    InvoicePostalCode: '9401 AA',
    InvoiceCountryCode: 'NL',
    EmailAddress: 'administratie@ketting.example',
    DiscountPercentage: 0.125,
    TermsOfPaymentId,
    IsPrivatePerson: false,
    IsActive: true,
  };
  const customer = idOf(await client.customers.create(body));
  await client.customers.get(customer);
  await client.customers.update(customer, { ...body, Note: 'Factuur op de eerste van de maand' });
  await client.customers.patch(customer, { MobilePhone: '06-00000000' });
  await client.customers.autoInvoiceRecipients(customer);
  await client.customers.delete(customer);
  let pages = 0;
  for await (const _page of client.customers.list({ pageSize: 10, orderBy: 'CustomerNumber' }).pages()) pages += 1;
  if (pages !== 3) throw new Error(`${pages} pages of customers instead of 3`);
};

/** Articles. */
export const articles: Step = async ({ client, articleId }) => {
  const existing = await client.articles.get(await articleId('UREN-H'));
  const article = idOf(
    await client.articles.create({
      Number: 'SPEC-1',
      Name: 'Proefartikel',
      IsActive: true,
      CodingId: present(existing.CodingId, 'coding'),
      UnitId: present(existing.UnitId, 'unit'),
      NetPrice: 12.5,
    }),
  );
  await client.articles.patch(article, { Name: 'Proefartikel 2' });
};

/** Drafts: rows with prices, discounts, texts; changed, converted with expected totals, deleted. */
export const drafts: Step = async (context) => {
  const { client } = context;
  const body = await draftBody(context);
  const draft = await client.customerInvoiceDrafts.create(body, { query: { overrideCustomerIsPrivatePerson: false } });
  const id = idOf(draft);
  await client.customerInvoiceDrafts.update(id, { ...body, YourReference: 'J. Molenaar' });
  const changed = await client.customerInvoiceDrafts.patch(id, { OurReference: 'A. Vermeer' });
  await client.customerInvoiceDrafts.list({ filter: `CustomerId eq ${body.CustomerId}` });
  await client.customerInvoiceDrafts.convert(
    id,
    {
      TotalAmountInvoiceCurrency: changed.TotalAmount,
      TotalVatAmountInvoiceCurrency: changed.TotalVatAmount,
      TotalRoundingsInvoiceCurrency: changed.TotalRoundings,
      Rows: [{ LineNumber: 1, TotalAmountNoVatInvoiceCurrency: 31.35 }],
    },
    { query: { keepOriginalDraftDate: true, overrideCompanyKeepOriginalDraftDate: true } },
  );
  await client.customerInvoiceDrafts.delete(idOf(await client.customerInvoiceDrafts.create(body)));
};

/** A draft's body with an article row and a text row. */
export async function draftBody({ articleId, customerId }: StepContext): Promise<CustomerInvoiceDraftInput> {
  return {
    CustomerId: await customerId('1001'),
    EuThirdParty: false,
    RotReducedInvoicingType: 0,
    InvoiceDate: '2026-03-31',
    ReplaceUnitPriceWhenZero: false,
    Rows: [
      {
        ArticleId: await articleId('UREN-H'),
        IsTextRow: false,
        ReversedConstructionServicesVatFree: false,
        Text: 'Advies maart',
        Quantity: 0.33,
        UnitPrice: 95,
        DiscountPercentage: 0,
      },
      { IsTextRow: true, ReversedConstructionServicesVatFree: false, Text: 'Specificatie TC-7K2M9Q' },
    ],
  };
}

/** Refusals of valid requests, so that the documented error body is held against the document too. */
export const refusals: Step = async (context) => {
  const { client, customerId } = context;
  const id = idOf(await client.customerInvoiceDrafts.create(await draftBody(context)));
  await refused(client.customerInvoiceDrafts.convert(id, { TotalAmountInvoiceCurrency: 1 }));
  await refused(client.customers.delete(await customerId('1001')));
  await client.customerInvoiceDrafts.delete(id);
};

async function refused(call: PromiseLike<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (error instanceof VismaError && error.status === 400) return;
    throw error;
  }
  throw new Error('a call that had to be refused was not');
}

/** Invoices: booked at once, paid, sent, printed, voided. */
export const invoices: Step = async ({ client, articleId, customerId }) => {
  const body: CustomerInvoiceInput = {
    CustomerId: await customerId('1002'),
    EuThirdParty: false,
    RotReducedInvoicingType: 0,
    Rows: [{ ArticleId: await articleId('VAST-H'), Text: 'Vaste prijs', Quantity: 1, UnitPrice: 1000 }],
  };
  const invoice = idOf(await client.customerInvoices.create(body, { query: { rotReducedAutomaticDistribution: false } }));
  await client.customerInvoices.get(invoice);
  await client.customerInvoices.list({ modifiedSinceUtc: '2026-01-01T00:00:00Z', filter: "Rows/any(c: contains(c/Text,'Vaste'))" });
  await client.customerInvoices.createPayment(invoice, {
    CompanyBankAccountId: '00000000-0000-4000-8000-000000000001',
    PaymentDate: '2026-04-01',
    PaymentAmount: 210,
    PaymentCurrency: 'EUR',
    PaymentType: 1,
  });
  await client.customerInvoices.pdf(invoice);
  await client.customerInvoices.print(invoice);
  await client.customerInvoices.sendEmail(invoice, { Email: 'administratie@klant.example', Subject: 'Factuur' });
  await client.customerInvoices.sendElectronicInvoice(invoice, { SendType: 1 });
  await client.customerInvoices.sendPaymentReminder(invoice, { LatePaymentFee: 0, EmailDetails: { Email: 'administratie@klant.example' } });
  const second = idOf(await client.customerInvoices.create(body));
  await client.customerInvoices.void(second, { query: { updateStock: false } });
};

/** Sales entries: a ledger item with its voucher, and one for a voucher made before. */
export const ledger: Step = async ({ client, customerId, fiscalYearId }) => {
  const item = {
    CustomerId: await customerId('1003'),
    InvoiceNumber: 20260017,
    InvoiceDate: '2026-03-31',
    DueDate: '2026-04-30',
    CurrencyCode: 'EUR',
    IsCreditInvoice: false,
    TotalAmountInvoiceCurrency: 1210,
    VATAmountInvoiceCurrency: 210,
    RoundingsAmountInvoiceCurrency: 0,
    RemainingAmountInvoiceCurrency: 1210,
  };
  const codes = await client.vatCodes.list();
  const voucher = {
    VoucherDate: '2026-03-31',
    VoucherText: 'Verkoopfactuur 2026-0017',
    Rows: [
      { AccountNumber: 1300, DebitAmount: 1210, CreditAmount: 0, TransactionText: '2026-0017' },
      { AccountNumber: 8000, DebitAmount: 0, CreditAmount: 1000, VatCodeId: present(codes.items[0]?.Id, 'VAT code'), VatAmount: 210 },
      { AccountNumber: 1500, DebitAmount: 0, CreditAmount: 210 },
    ],
  };
  const flags = { useAutomaticVatCalculation: false, useDefaultVatCodes: false, useDefaultVoucherSeries: true };
  const created = await client.customerLedgerItems.createWithVoucher({ ...item, Voucher: voucher }, { query: flags });
  await client.customerLedgerItems.get(idOf(created));
  await client.customerLedgerItems.list({ filter: `CustomerId eq ${item.CustomerId} and InvoiceNumber eq 20260017` });
  const own = idOf(await client.vouchers.create(voucher, { query: flags }));
  await client.customerLedgerItems.create({ ...item, InvoiceNumber: 20260018, VoucherId: own });
  const year = await fiscalYearId(2026);
  await client.vouchers.list({ filter: 'year(VoucherDate) eq 2026' });
  await client.vouchers.listForFiscalYear(year);
  await client.vouchers.get(year, own);
};
