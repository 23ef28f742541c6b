import { amountOf, cents } from '../exact.ts';
import type { CompanyState } from '../state/company.ts';
import type { InvoiceRecord } from '../state/sales-records.ts';
import { type World, utcNow } from '../state/world.ts';
import { ApiRefusal, errorCodes } from '../wire/refusal.ts';
import { numberIn } from '../wire/fields.ts';
import { copyOf } from '../wire/json.ts';
import { postReversal } from './posting.ts';

/**
 * Voids an invoice: a credit invoice for the whole amount is made and set off against it, so that both are settled.
 * Refused after a payment or a credit, and for quick invoices.
 */
export function voidInvoice(world: World, company: CompanyState, invoice: InvoiceRecord): InvoiceRecord {
  const settled = cents(invoice.RemainingAmountInvoiceCurrency) !== cents(invoice.TotalAmountInvoiceCurrency);
  const credited = Array.isArray(invoice['CreditedBy']) && invoice['CreditedBy'].length > 0;
  if (settled || credited || invoice.IsQuickInvoice || typeof invoice['ReferringInvoiceId'] === 'string') {
    throw new ApiRefusal(
      400,
      errorCodes.cannotBeSaved,
      'CanNotBeCreatedOrUpdatedException - The invoice has payments or credits, or is a quick invoice, and cannot be voided.',
    );
  }
  const id = world.ids.guid('invoice');
  const original = company.vouchers.get(invoice.VoucherId);
  const voucher = original && postReversal(world, company, original, id);
  const number = company.settings.NextCustomerInvoiceNumber;
  company.settings.NextCustomerInvoiceNumber = number + 1;
  const negated = (name: string): number => amountOf(-cents(numberIn(invoice, name)));
  const settledFields = { RemainingAmount: 0, RemainingAmountInvoiceCurrency: 0, PaymentStatus: 0, ModifiedUtc: utcNow(world) };
  const credit: InvoiceRecord = {
    ...copyOf(invoice),
    ...settledFields,
    Id: id,
    InvoiceNumber: number,
    IsCreditInvoice: !invoice.IsCreditInvoice,
    ReferringInvoiceId: invoice.Id,
    TotalAmount: negated('TotalAmount'),
    TotalVatAmount: negated('TotalVatAmount'),
    TotalRoundings: negated('TotalRoundings'),
    TotalAmountInvoiceCurrency: negated('TotalAmountInvoiceCurrency'),
    TotalVatAmountInvoiceCurrency: negated('TotalVatAmountInvoiceCurrency'),
    SetOffAmountInvoiceCurrency: negated('TotalAmountInvoiceCurrency'),
    VoucherId: voucher?.Id ?? invoice.VoucherId,
    VoucherNumber: voucher?.NumberAndNumberSeries ?? null,
    CreatedUtc: utcNow(world),
    CreditedBy: [],
  };
  Object.assign(invoice, settledFields, {
    SetOffAmountInvoiceCurrency: invoice.TotalAmountInvoiceCurrency,
    CreditedBy: [{ CreditInvoiceId: id }],
  });
  return company.invoices.put(credit);
}
