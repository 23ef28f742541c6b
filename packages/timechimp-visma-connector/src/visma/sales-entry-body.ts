import type { SalesEntry } from '@x/billing-core';
import type { CustomerLedgerItemWithVoucherInput } from '@x/visma-eaccounting';
import type { Settings } from '../settings/settings.ts';
import { wireNumber } from './amounts.ts';
import { rowDimensions } from './dimensions.ts';
import type { MasterData } from './master-data.ts';

/**
 * The body of `POST /customerledgeritems/customerledgeritemswithvoucher`: the open item and its voucher in one call.
 * The whole total stays open, also for an invoice that was paid already: payments come from the bank in Visma.
 */
export function salesEntryBody(
  entry: SalesEntry,
  customerId: string,
  settings: Settings,
  masterData: MasterData,
): CustomerLedgerItemWithVoucherInput {
  return {
    CustomerId: customerId,
    InvoiceNumber: entry.invoiceNumber,
    InvoiceDate: entry.invoiceDate,
    DueDate: entry.dueDate,
    CurrencyCode: entry.currencyCode,
    ...(entry.exchangeRate === undefined
      ? {}
      : { CurrencyRate: wireNumber(entry.exchangeRate), CurrencyRateUnit: 1 }),
    IsCreditInvoice: entry.isCreditInvoice,
    TotalAmountInvoiceCurrency: wireNumber(entry.totalAmount),
    VATAmountInvoiceCurrency: wireNumber(entry.vatAmount),
    RoundingsAmountInvoiceCurrency: wireNumber(entry.roundingAmount),
    RemainingAmountInvoiceCurrency: wireNumber(entry.totalAmount),
    Voucher: {
      VoucherDate: entry.invoiceDate,
      VoucherText: entry.voucherText,
      Rows: entry.rows.map((row) => ({
        AccountNumber: Number(row.account),
        DebitAmount: wireNumber(row.debit),
        CreditAmount: wireNumber(row.credit),
        TransactionText: row.text,
        ...(row.vatCodeId === undefined ? {} : { VatCodeId: row.vatCodeId }),
        ...(row.vatAmount === undefined ? {} : { VatAmount: wireNumber(row.vatAmount) }),
        ...(row.role === 'revenue' ? rowDimensions(row, settings, masterData) : {}),
      })),
    },
  };
}

/**
 * The switches of the same call. Visma's default would replace our VAT codes by those of the accounts, so
 * `useDefaultVatCodes` is always false.
 */
export function salesEntryFlags(entry: Pick<SalesEntry, 'voucherVatForm'>): {
  readonly useAutomaticVatCalculation: boolean;
  readonly useDefaultVatCodes: boolean;
  readonly useDefaultVoucherSeries: boolean;
} {
  return {
    useAutomaticVatCalculation: entry.voucherVatForm === 'automatic',
    useDefaultVatCodes: false,
    useDefaultVoucherSeries: true,
  };
}
