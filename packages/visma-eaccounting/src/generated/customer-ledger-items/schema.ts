// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, int, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import { voucherModel } from '../vouchers/schema.ts';
import type { CustomerLedgerItem, CustomerLedgerItemInput, CustomerLedgerItemWithVoucherInput } from './types.ts';

export const customerLedgerItemModel = /* @__PURE__ */ new Model<CustomerLedgerItem, CustomerLedgerItemInput>(() => ({
  CurrencyCode: [text(3), required],
  CurrencyRate: decimal(),
  CurrencyRateUnit: int(),
  CustomerId: [uuid(), required],
  DueDate: [date(), required],
  Id: [uuid(), readOnly + key],
  InvoiceDate: [date(), required],
  InvoiceNumber: [int(), required],
  IsCreditInvoice: [bool(), required],
  ModifiedUtc: [timestamp(), readOnly],
  PaymentReferenceNumber: [text(50), nullable],
  RemainingAmountInvoiceCurrency: [decimal(2, -99999999.99, 99999999.99), required],
  RoundingsAmountInvoiceCurrency: [decimal(2), required],
  TotalAmountInvoiceCurrency: [decimal(2, -99999999.99, 99999999.99), required],
  VATAmountInvoiceCurrency: [decimal(2), required],
  VoucherId: [uuid(), required],
}));

export const customerLedgerItemWithVoucherModel = /* @__PURE__ */ new Model<never, CustomerLedgerItemWithVoucherInput>(() => ({
  CurrencyCode: [text(3), required],
  CurrencyRate: decimal(),
  CurrencyRateUnit: int(),
  CustomerId: [uuid(), required],
  DueDate: [date(), required],
  Id: [uuid(), readOnly],
  InvoiceDate: [date(), required],
  InvoiceNumber: [int(), required],
  ModifiedUtc: [timestamp(), readOnly],
  PaymentReferenceNumber: [text(50), nullable],
  RemainingAmountInvoiceCurrency: [decimal(2, -99999999.99, 99999999.99), required],
  RoundingsAmountInvoiceCurrency: [decimal(2), required],
  TotalAmountInvoiceCurrency: [decimal(2, -99999999.99, 99999999.99), required],
  VATAmountInvoiceCurrency: [decimal(2), required],
  IsCreditInvoice: [bool(), required],
  Voucher: [voucherModel, required],
}));
