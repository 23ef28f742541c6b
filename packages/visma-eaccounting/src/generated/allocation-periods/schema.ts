// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, int, long, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type {
  AllocationPeriod,
  AllocationPeriodInput,
  AllocationPeriodRow,
  AllocationPeriodRowInput,
  AllocationPlanInput,
} from './types.ts';

export const allocationPeriodModel = /* @__PURE__ */ new Model<AllocationPeriod, AllocationPeriodInput>(() => ({
  Id: [uuid(), readOnly + key],
  SupplierInvoiceDraftId: [uuid(), nullable + readOnly],
  SupplierInvoiceDraftRow: [int(), nullable + readOnly],
  SupplierInvoiceId: [uuid(), nullable + readOnly],
  SupplierInvoiceRow: [int(), nullable + readOnly],
  ManualVoucherId: [uuid(), nullable + readOnly],
  ManualVoucherRow: [int(), nullable + readOnly],
  CustomerInvoiceId: [uuid(), nullable + readOnly],
  CustomerInvoiceRow: [int(), nullable + readOnly],
  CustomerInvoiceDraftId: [uuid(), nullable + readOnly],
  CustomerInvoiceDraftRow: [int(), nullable + readOnly],
  VoucherFiscalYearId: [uuid(), nullable + readOnly],
  VoucherId: [uuid(), nullable + readOnly],
  AllocationPeriodSourceType: oneOf(0, 1, 2, 3),
  Status: oneOf(0, 1, 2, 3),
  CostCenterItemId1: [uuid(), nullable + readOnly],
  CostCenterItemId2: [uuid(), nullable + readOnly],
  CostCenterItemId3: [uuid(), nullable + readOnly],
  ProjectId: [uuid(), nullable + readOnly],
  BookkeepingDate: date(),
  CreatedUtc: [timestamp(), readOnly],
  Rows: [list(allocationPeriodRowModel), required],
  DebitAccountNumber: [long(), readOnly],
  CreditAccountNumber: [long(), readOnly],
  Amount: [decimal(), readOnly],
  IsCredit: bool(),
  SourceDate: [date(), nullable + readOnly],
  Description: [text(), nullable + readOnly],
  NumberAndNumberSeries: [text(), nullable + readOnly],
  ModifiedUtc: [timestamp(), nullable + readOnly],
}));

export const allocationPeriodRowModel = /* @__PURE__ */ new Model<AllocationPeriodRow, AllocationPeriodRowInput>(() => ({
  Id: [uuid(), readOnly],
  AllocationPeriodId: [uuid(), readOnly],
  AccountNumber: [long(), required],
  Amount: [decimal(), required],
  Quantity: [decimal(), nullable],
  Weight: [decimal(), nullable],
  DebitCredit: [oneOf(1, 2), required],
  AllocationPeriodRowType: int(),
}));

export const allocationPlanModel = /* @__PURE__ */ new Model<never, AllocationPlanInput>(() => ({
  SupplierInvoiceDraftId: [uuid(), nullable],
  SupplierInvoiceDraftRow: [int(), nullable],
  SupplierInvoiceId: [uuid(), nullable],
  SupplierInvoiceRow: [int(), nullable],
  VoucherId: [uuid(), nullable],
  VoucherRow: [int(), nullable],
  BookkeepingStartDate: [date(), required],
  AmountToAllocate: [decimal(2, 1, 1000000000), required],
  QuantityToAllocate: [decimal(2), nullable],
  WeightToAllocate: [decimal(2), nullable],
  AllocationAccountNumber: [long(), required],
  NumberOfAllocationPeriods: [int(1, 9999), required],
}));
