import { amountOf } from '../exact.ts';
import { openYearOf } from '../ledger/periods.ts';
import type { CompanyState } from '../state/company.ts';
import type { CustomerRecord } from '../state/master-data-records.ts';
import type { DraftRecord, DraftRowRecord, InvoiceRecord, InvoiceRowRecord } from '../state/sales-records.ts';
import { type World, businessDate, utcNow } from '../state/world.ts';
import { invalid } from '../wire/refusal.ts';
import type { WireObject } from '../wire/json.ts';
import { documentTotals, rateOf } from './draft.ts';
import { type Totals, converted, rowAmount, vatOf } from './money.ts';
import { postInvoice } from './posting.ts';

/** Books a draft's content as an invoice on a date: next number of the series, voucher, open amount. */
export function bookInvoice(
  world: World,
  company: CompanyState,
  draft: DraftRecord,
  dates: { readonly invoiceDate: string; readonly dueDate: string },
  extra: WireObject,
): InvoiceRecord {
  openYearOf(company, dates.invoiceDate);
  const customer = company.customers.get(draft.CustomerId);
  if (!customer) throw invalid([{ field: 'CustomerId', message: 'The customer does not exist.' }]);
  const totals = documentTotals(world, company, draft.Rows, draft.IncludesVat);
  const rate = typeof extra['CurrencyRate'] === 'number' ? extra['CurrencyRate'] : rateOf(company, draft.InvoiceCurrencyCode);
  const id = world.ids.guid('invoice');
  const number = company.settings.NextCustomerInvoiceNumber;
  const date = businessDate(world, dates.invoiceDate);
  const voucher = postInvoice(world, company, {
    id,
    number,
    date,
    customer,
    rows: draft.Rows,
    totals,
    credit: draft.IsCreditInvoice,
    includesVat: draft.IncludesVat,
    rate,
  });
  company.settings.NextCustomerInvoiceNumber = number + 1;
  customer['LastInvoiceDate'] = date;
  return company.invoices.put({
    ...draft,
    ...extra,
    ...customerFields(customer, draft),
    ...amountFields(totals, draft.IsCreditInvoice, rate),
    Id: id,
    CustomerId: customer.Id,
    InvoiceNumber: number,
    InvoiceDate: date,
    DueDate: businessDate(world, dates.dueDate),
    CurrencyCode: draft.InvoiceCurrencyCode,
    CurrencyRate: rate,
    IsCreditInvoice: draft.IsCreditInvoice,
    PaymentStatus: totals.total === 0n ? 0 : 1,
    CreatedFromDraftId: typeof extra['CreatedFromDraftId'] === 'string' ? extra['CreatedFromDraftId'] : null,
    IsQuickInvoice: false,
    ReversedConstructionVatInvoicing: draft.Rows.some((row) => row.ReversedConstructionServicesVatFree),
    VoucherId: voucher.Id,
    VoucherNumber: voucher.NumberAndNumberSeries,
    CreatedUtc: utcNow(world),
    ModifiedUtc: utcNow(world),
    CreditedBy: [],
    Rows: draft.Rows.map((row) => invoiceRow(row, draft.IncludesVat)),
  });
}

function customerFields(customer: CustomerRecord, draft: DraftRecord): WireObject {
  return {
    CustomerNumber: customer.CustomerNumber,
    CustomerName: customer.Name,
    CustomerEmail: customer['EmailAddress'] ?? null,
    CustomerIsPrivatePerson: draft['CustomerIsPrivatePerson'] ?? customer.IsPrivatePerson,
    InvoiceCustomerName: customer.Name,
  };
}

/** TotalAmount and its like are in the company's currency; the InvoiceCurrency fields in the document's. */
function amountFields(totals: Totals, credit: boolean, rate: number) {
  const sign = credit ? -1n : 1n;
  const own = (amount: bigint): number => amountOf(sign * amount);
  const base = (amount: bigint): number => amountOf(sign * converted(amount, rate));
  return {
    TotalAmount: base(totals.total),
    TotalVatAmount: base(totals.vat),
    TotalRoundings: base(totals.rounding),
    TotalAmountInvoiceCurrency: own(totals.total),
    TotalVatAmountInvoiceCurrency: own(totals.vat),
    RemainingAmount: base(totals.total),
    RemainingAmountInvoiceCurrency: own(totals.total),
    VatSpecification: totals.parts.map(({ percent, net, vat }) => ({
      AmountInvoiceCurrency: own(net),
      VatAmountInvoiceCurrency: own(vat),
      VatPercent: percent,
    })),
  };
}

function invoiceRow(row: DraftRowRecord, includesVat: boolean): InvoiceRowRecord {
  const amount = row.IsTextRow ? 0n : rowAmount(row.Quantity, row.UnitPrice, row.DiscountPercentage);
  const net = includesVat ? amount - vatOf(amount, row.VatRate ?? 0, true) : amount;
  return { ...row, AmountNoVat: amountOf(net), PercentVat: row.VatRate ?? 0, IsVatFree: row.VatRate === 0 };
}
