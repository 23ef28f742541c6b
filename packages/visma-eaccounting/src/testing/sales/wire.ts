import type { CompanyState } from '../state/company.ts';
import type { LedgerItemRecord } from '../state/ledger-records.ts';
import type { CustomerRecord } from '../state/master-data-records.ts';
import type { DraftRecord, InvoiceRecord } from '../state/sales-records.ts';
import type { World } from '../state/world.ts';
import { today } from '../state/world.ts';
import { amountOf, cents, scaled } from '../exact.ts';
import { numberIn } from '../wire/fields.ts';
import type { WireObject } from '../wire/json.ts';

/** A rate as it is answered: 21 or 0.21, by the option. */
export function wireRate(world: World, percent: number): number {
  return world.options.vatRateScale === 'percent' ? percent : Number(scaled(percent, 4)) / 1_000_000;
}

/** A customer with its terms and its open amount. */
export function wireCustomer(company: CompanyState, customer: CustomerRecord): WireObject {
  const open = company.invoices
    .all()
    .filter(({ CustomerId }) => CustomerId === customer.Id)
    .reduce((sum, invoice) => sum + cents(numberIn(invoice, 'RemainingAmount')), 0n);
  const terms = company.terms.get(customer.TermsOfPaymentId);
  return { ...customer, ...(terms ? { TermsOfPayment: terms } : {}), UnpaidInvoicesAmount: amountOf(open) };
}

/** A draft with its rates in the scale of the option. */
export function wireDraft(world: World, draft: DraftRecord): WireObject {
  return {
    ...draft,
    Rows: draft.Rows.map((row) => ({ ...row, VatRate: row.VatRate === null ? null : wireRate(world, row.VatRate) })),
  };
}

/** An invoice with its rates in the scale of the option and its payment status of today. */
export function wireInvoice(world: World, invoice: InvoiceRecord): WireObject {
  const isLate = invoice.PaymentStatus === 1 && invoice.DueDate.slice(0, 10) < today(world);
  const parts = Array.isArray(invoice['VatSpecification']) ? (invoice['VatSpecification'] as WireObject[]) : [];
  return {
    ...invoice,
    PaymentStatus: isLate ? 2 : invoice.PaymentStatus,
    VatSpecification: parts.map((part) => ({ ...part, VatPercent: wireRate(world, numberIn(part, 'VatPercent')) })),
    Rows: invoice.Rows.map((row) => ({
      ...row,
      PercentVat: wireRate(world, row.PercentVat),
      VatRate: row.IsTextRow ? null : wireRate(world, row.PercentVat),
    })),
  };
}

/** How a ledger item made from a voucher shows up among the invoices: as a quick invoice without rows. */
export function quickInvoice(company: CompanyState, item: LedgerItemRecord): InvoiceRecord {
  const customer = company.customers.get(item.CustomerId);
  return {
    Id: item.Id,
    CustomerId: item.CustomerId,
    CustomerNumber: customer?.CustomerNumber ?? null,
    CustomerName: customer?.Name ?? null,
    InvoiceCustomerName: customer?.Name ?? null,
    InvoiceNumber: item.InvoiceNumber,
    InvoiceDate: item.InvoiceDate,
    DueDate: item.DueDate,
    CurrencyCode: item.CurrencyCode,
    IsCreditInvoice: item.IsCreditInvoice,
    TermsOfPaymentId: customer?.TermsOfPaymentId ?? null,
    TotalAmount: item.TotalAmountInvoiceCurrency,
    TotalVatAmount: item.VATAmountInvoiceCurrency,
    TotalAmountInvoiceCurrency: item.TotalAmountInvoiceCurrency,
    TotalVatAmountInvoiceCurrency: item.VATAmountInvoiceCurrency,
    RemainingAmount: item.RemainingAmountInvoiceCurrency,
    RemainingAmountInvoiceCurrency: item.RemainingAmountInvoiceCurrency,
    PaymentStatus: item.RemainingAmountInvoiceCurrency === 0 ? 0 : 1,
    PaymentReferenceNumber: item['PaymentReferenceNumber'] ?? null,
    CreatedFromDraftId: null,
    IsQuickInvoice: true,
    VoucherId: item.VoucherId,
    VoucherNumber: company.vouchers.get(item.VoucherId)?.NumberAndNumberSeries ?? null,
    CreatedUtc: item['ModifiedUtc'] ?? null,
    ModifiedUtc: item['ModifiedUtc'] ?? null,
    Rows: [],
  };
}
