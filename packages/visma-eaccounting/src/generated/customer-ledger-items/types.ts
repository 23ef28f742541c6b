// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { VoucherInput } from '../vouchers/types.ts';

/** A customer ledger item, as the API answers it. */
export interface CustomerLedgerItem {
  /** At most 3 characters. */
  CurrencyCode: string;
  CurrencyRate: number;
  CurrencyRateUnit: number;
  CustomerId: string;
  /** A date. */
  DueDate: string;
  Id: string;
  /** A date. */
  InvoiceDate: string;
  InvoiceNumber: number;
  IsCreditInvoice: boolean;
  /** A moment in UTC. */
  ModifiedUtc: string;
  /** At most 50 characters. */
  PaymentReferenceNumber?: string | null;
  /** At most 2 decimals. From -99999999.99 to 99999999.99. */
  RemainingAmountInvoiceCurrency: number;
  /** At most 2 decimals. */
  RoundingsAmountInvoiceCurrency: number;
  /** At most 2 decimals. From -99999999.99 to 99999999.99. */
  TotalAmountInvoiceCurrency: number;
  /** At most 2 decimals. */
  VATAmountInvoiceCurrency: number;
  VoucherId: string;
}

/** A customer ledger item, as it is sent. */
export interface CustomerLedgerItemInput {
  /** At most 3 characters. */
  readonly CurrencyCode: string;
  readonly CurrencyRate?: number | undefined;
  readonly CurrencyRateUnit?: number | undefined;
  readonly CustomerId: string;
  /** A date, `YYYY-MM-DD`. */
  readonly DueDate: string;
  /** A date, `YYYY-MM-DD`. */
  readonly InvoiceDate: string;
  readonly InvoiceNumber: number;
  readonly IsCreditInvoice: boolean;
  /** At most 50 characters. */
  readonly PaymentReferenceNumber?: string | null | undefined;
  /** At most 2 decimals. From -99999999.99 to 99999999.99. */
  readonly RemainingAmountInvoiceCurrency: number;
  /** At most 2 decimals. */
  readonly RoundingsAmountInvoiceCurrency: number;
  /** At most 2 decimals. From -99999999.99 to 99999999.99. */
  readonly TotalAmountInvoiceCurrency: number;
  /** At most 2 decimals. */
  readonly VATAmountInvoiceCurrency: number;
  readonly VoucherId: string;
}

/** A customer ledger item with voucher, as it is sent. */
export interface CustomerLedgerItemWithVoucherInput {
  /** At most 3 characters. */
  readonly CurrencyCode: string;
  readonly CurrencyRate?: number | undefined;
  readonly CurrencyRateUnit?: number | undefined;
  readonly CustomerId: string;
  /** A date, `YYYY-MM-DD`. */
  readonly DueDate: string;
  /** A date, `YYYY-MM-DD`. */
  readonly InvoiceDate: string;
  readonly InvoiceNumber: number;
  /** At most 50 characters. */
  readonly PaymentReferenceNumber?: string | null | undefined;
  /** At most 2 decimals. From -99999999.99 to 99999999.99. */
  readonly RemainingAmountInvoiceCurrency: number;
  /** At most 2 decimals. */
  readonly RoundingsAmountInvoiceCurrency: number;
  /** At most 2 decimals. From -99999999.99 to 99999999.99. */
  readonly TotalAmountInvoiceCurrency: number;
  /** At most 2 decimals. */
  readonly VATAmountInvoiceCurrency: number;
  readonly IsCreditInvoice: boolean;
  readonly Voucher: VoucherInput;
}
