// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, int, long, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type { VoucherDraft, VoucherDraftInput, VoucherDraftRow, VoucherDraftRowInput } from './types.ts';

export const voucherDraftModel = /* @__PURE__ */ new Model<VoucherDraft, VoucherDraftInput>(() => ({
  Id: [uuid(), readOnly + key],
  VoucherDate: [date(), required],
  VoucherText: [text(1000), nullable],
  NumberSeries: [text(), nullable],
  CreatedUtc: [timestamp(), readOnly],
  ModifiedUtc: [timestamp(), nullable + readOnly],
  Rows: [list(voucherDraftRowModel), nullable],
}));

export const voucherDraftRowModel = /* @__PURE__ */ new Model<VoucherDraftRow, VoucherDraftRowInput>(() => ({
  AccountNumber: [long(1, 9999999999), required],
  DebitAmount: decimal(2, 0, 1000000000),
  CreditAmount: decimal(2, 0, 1000000000),
  VatCodeId: [uuid(), nullable],
  CostCenterItemId1: [uuid(), nullable],
  CostCenterItemId2: [uuid(), nullable],
  CostCenterItemId3: [uuid(), nullable],
  TransactionText: [text(50), nullable],
  ProjectId: [uuid(), nullable],
  Quantity: [decimal(2), nullable],
  Weight: [decimal(2), nullable],
  DeliveryDate: [date(), nullable],
  HarvestYear: [int(), nullable],
}));
