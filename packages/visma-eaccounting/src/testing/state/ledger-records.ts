import type { WireObject } from '../wire/json.ts';

// The fields that the fake's own rules read; the rest of a record is carried along unread.

/** An open item of the customer ledger; amounts in its own currency. */
export interface LedgerItemRecord extends WireObject {
  Id: string;
  CustomerId: string;
  InvoiceNumber: number;
  InvoiceDate: string;
  DueDate: string;
  IsCreditInvoice: boolean;
  CurrencyCode: string;
  TotalAmountInvoiceCurrency: number;
  VATAmountInvoiceCurrency: number;
  RemainingAmountInvoiceCurrency: number;
  RoundingsAmountInvoiceCurrency: number;
  VoucherId: string;
}

/** A row of a voucher: one side is 0. */
export interface VoucherRowRecord extends WireObject {
  AccountNumber: number;
  DebitAmount: number;
  CreditAmount: number;
  VatCodeId: string | null;
}

/** A voucher; amounts in the currency of the company. */
export interface VoucherRecord extends WireObject {
  Id: string;
  VoucherDate: string;
  VoucherText: string;
  NumberSeries: string;
  NumberAndNumberSeries: string;
  VoucherType: number;
  Rows: VoucherRowRecord[];
}

/** A file for vouchers and the supplier side. */
export interface AttachmentRecord extends WireObject {
  Id: string;
  FileName: string;
  ContentType: string;
  DocumentId: string | null;
}
