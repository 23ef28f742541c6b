// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, int, long, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import { allocationPeriodModel } from '../allocation-periods/schema.ts';
import { attachmentLinkModel } from '../attachment-links/schema.ts';
import type {
  SupplierInvoiceApprover,
  SupplierInvoiceApproverInput,
  SupplierInvoiceDraft,
  SupplierInvoiceDraftInput,
  SupplierInvoiceDraftRow,
  SupplierInvoiceDraftRowInput,
} from './types.ts';

export const supplierInvoiceApproverModel = /* @__PURE__ */ new Model<SupplierInvoiceApprover, SupplierInvoiceApproverInput>(() => ({
  ApproverId: [uuid(), readOnly],
  IsApproved: [bool(), readOnly],
  Name: [text(), nullable + readOnly],
  Priority: [int(), readOnly],
}));

export const supplierInvoiceDraftModel = /* @__PURE__ */ new Model<SupplierInvoiceDraft, SupplierInvoiceDraftInput>(() => ({
  Id: [uuid(), readOnly + key],
  SupplierId: [uuid(), required],
  IsAutoInvoiceInterimSupplier: [bool(), readOnly],
  BankAccountId: [uuid(), nullable],
  InvoiceDate: [date(), nullable],
  PaymentDate: [date(), nullable],
  DueDate: [date(), nullable],
  InvoiceNumber: [text(50), nullable],
  TotalAmount: decimal(2),
  Vat: decimal(2),
  VatHigh: decimal(2),
  VatMedium: decimal(2),
  VatLow: decimal(2),
  IsCreditInvoice: [bool(), required],
  CurrencyCode: [text(3), nullable],
  CurrencyRate: decimal(),
  OcrNumber: [text(25), nullable],
  Message: [text(25), nullable],
  CreatedUtc: [timestamp(), nullable + readOnly],
  ModifiedUtc: [timestamp(), nullable + readOnly],
  Rows: [list(supplierInvoiceDraftRowModel), required],
  SupplierName: [text(50), nullable],
  SupplierNumber: [text(50), nullable],
  SelfEmployedWithoutFixedAddress: bool(),
  IsQuickInvoice: bool(),
  IsDomestic: bool(),
  ApprovalStatus: [oneOf(0, 1, 2, 3, 4, 5), readOnly],
  SkipSendToBank: [bool(), nullable],
  AllocationPeriods: [list(allocationPeriodModel), nullable + readOnly],
  SupplierInvoiceOrigin: int(),
  Attachments: attachmentLinkModel,
  MessageThreads: [list(uuid()), nullable + readOnly],
  Notes: [list(uuid()), nullable + readOnly],
  CanBeApprovedByCurrentUser: [bool(), readOnly],
  CanBeBookeptByCurrentUser: [bool(), readOnly],
  ApprovalOrderType: [oneOf(0, 1, 2), readOnly],
  Approvers: [list(supplierInvoiceApproverModel), nullable + readOnly],
  ApprovalRequestedBy: [uuid(), nullable + readOnly],
  AccountingTemplateId: [uuid(), nullable],
}));

export const supplierInvoiceDraftRowModel = /* @__PURE__ */ new Model<SupplierInvoiceDraftRow, SupplierInvoiceDraftRowInput>(() => ({
  Id: [uuid(), readOnly],
  AccountNumber: long(1, 9999999999),
  AccountName: [text(), nullable],
  VatCodeId: [uuid(), nullable],
  CostCenterItemId1: [uuid(), nullable],
  CostCenterItemId2: [uuid(), nullable],
  CostCenterItemId3: [uuid(), nullable],
  ProjectId: [uuid(), nullable],
  DebitAmount: decimal(2),
  CreditAmount: decimal(2),
  TransactionText: [text(100), nullable],
  LineNumber: int(),
  Quantity: [decimal(2), nullable],
  Weight: [decimal(2), nullable],
  DeliveryDate: [date(), nullable],
  HarvestYear: [int(), nullable],
  VatAmount: [decimal(), nullable],
  ProportionalVatRateValue: [int(), nullable],
}));
