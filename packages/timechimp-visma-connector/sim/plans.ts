import type { Invoice, TimeEntry } from '@x/billing-core';
import type { ExportPlan } from '../src/export/plan.ts';
import { sealPayload } from '../src/visma/payloads.ts';
import { rowText } from './documents.ts';
import { hourState, invoiceState } from './items.ts';

/** Ids in the books of the fake that documents refer to. */
export interface MasterIds {
  readonly customers: readonly string[];
  readonly articleId: string;
  readonly vatCodeId: string;
  readonly fiscalYearId: string;
}

/** Price of an hour in cents: 15 minutes are a whole number of cents. */
const hourlyRate = 9_500;

/** What an hour comes to, in cents. */
export function amountOf(minutes: number): number {
  return (minutes * hourlyRate) / 60;
}

/** A plan for an invoice of these hours of one customer. */
export function invoicePlan(
  hours: readonly TimeEntry[],
  customerId: string,
  ids: MasterIds,
  finish: 'draft' | 'final',
  keySalt = '',
): ExportPlan {
  const rows = hours.map((hour, index) => ({
    lineNumber: index + 1,
    isTextRow: false,
    text: rowText(hour.id, hour.minutes),
    articleId: ids.articleId,
    quantity: decimal((hour.minutes * 100) / 60),
    unitPrice: decimal(hourlyRate),
    amount: decimal(amountOf(hour.minutes)),
    netAmount: decimal(amountOf(hour.minutes)),
    vatRate: '21',
  }));
  const net = hours.reduce((sum, hour) => sum + amountOf(hour.minutes), 0);
  const vat = Math.round((net * 21) / 100);
  const markRow = { lineNumber: rows.length + 1, isTextRow: true, text: 'Specificatie {mark}' };
  const { payload, payloadHash } = sealPayload({
    type: 'invoice',
    body: {
      CustomerId: customerId,
      InvoiceDate: '2026-04-01',
      EuThirdParty: false,
      RotReducedInvoicingType: 0,
      ReplaceUnitPriceWhenZero: false,
      Rows: [
        ...rows.map((row) => ({
          LineNumber: row.lineNumber,
          IsTextRow: false,
          ReversedConstructionServicesVatFree: false,
          ArticleId: row.articleId,
          Text: row.text,
          Quantity: Number(row.quantity),
          UnitPrice: Number(row.unitPrice),
          DiscountPercentage: 0,
        })),
        {
          LineNumber: markRow.lineNumber,
          IsTextRow: true,
          ReversedConstructionServicesVatFree: false,
          Text: markRow.text,
        },
      ],
    },
    expected: {
      customerId,
      currencyCode: 'EUR',
      includesVat: false,
      isCreditInvoice: false,
      invoiceDate: '2026-04-01',
      totalAmount: decimal(net + vat),
      vatAmount: decimal(vat),
      roundings: '0.00',
      rows: [...rows, markRow],
    },
  });
  return {
    key: `invoice:${customerId}:${hours.map((hour) => hour.id).join('+')}${keySalt}`,
    kind: 'invoice',
    finish,
    sources: hours.map(hourState),
    payload,
    payloadHash,
  };
}

/** A plan for booking an invoice of the time-tracking side. */
export function salesPlan(invoice: Invoice, customerId: string, ids: MasterIds, keySalt = ''): ExportPlan {
  const row = { AccountNumber: 0, DebitAmount: 0, CreditAmount: 0, TransactionText: `invoice:${invoice.id}` };
  const { payload, payloadHash } = sealPayload({
    type: 'sales-entry',
    fiscalYearId: ids.fiscalYearId,
    body: {
      CustomerId: customerId,
      InvoiceNumber: invoice.companyInvoiceId,
      InvoiceDate: invoice.date,
      DueDate: invoice.dueDate,
      CurrencyCode: 'EUR',
      IsCreditInvoice: false,
      TotalAmountInvoiceCurrency: 121,
      VATAmountInvoiceCurrency: 21,
      RoundingsAmountInvoiceCurrency: 0,
      RemainingAmountInvoiceCurrency: 121,
      Voucher: {
        VoucherDate: invoice.date,
        VoucherText: `Factuur ${invoice.companyInvoiceId}`,
        Rows: [
          { ...row, AccountNumber: 1300, DebitAmount: 121 },
          { ...row, AccountNumber: 8000, CreditAmount: 100, VatCodeId: ids.vatCodeId, VatAmount: 21 },
          { ...row, AccountNumber: 1500, CreditAmount: 21 },
        ],
      },
    },
    flags: { useAutomaticVatCalculation: false, useDefaultVatCodes: false, useDefaultVoucherSeries: true },
  });
  return {
    key: `sales-entry:${invoice.id}${keySalt}`,
    kind: 'sales-entry',
    finish: 'final',
    sources: [invoiceState(invoice)],
    payload,
    payloadHash,
  };
}

function decimal(cents: number): string {
  const text = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
