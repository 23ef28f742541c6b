// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, int, long, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import { attachmentLinkModel } from '../attachment-links/schema.ts';
import type { Voucher, VoucherInput, VoucherRow, VoucherRowInput } from './types.ts';

export const voucherModel = /* @__PURE__ */ new Model<Voucher, VoucherInput>(() => ({
  Id: [uuid(), readOnly + key],
  VoucherDate: [date(), required],
  VoucherText: [text(1000), required],
  Rows: [list(voucherRowModel), required],
  NumberAndNumberSeries: [text(), nullable + readOnly],
  NumberSeries: [text(), nullable],
  ImportedVoucherNumber: [text(), nullable + readOnly],
  Attachments: attachmentLinkModel,
  ModifiedUtc: [timestamp(), nullable + readOnly],
  VoucherType: oneOf(
    2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 32, 33, 34,
  ),
  SourceId: [uuid(), nullable + readOnly],
  CreatedUtc: [timestamp(), readOnly],
}));

export const voucherRowModel = /* @__PURE__ */ new Model<VoucherRow, VoucherRowInput>(() => ({
  AccountNumber: [long(1, 9999999999), required],
  AccountDescription: [text(), nullable + readOnly],
  DebitAmount: decimal(2, 0, 10000000000),
  CreditAmount: decimal(2, 0, 10000000000),
  TransactionText: [text(60), nullable],
  CostCenterItemId1: [uuid(), nullable],
  CostCenterItemId2: [uuid(), nullable],
  CostCenterItemId3: [uuid(), nullable],
  VatCodeId: [uuid(), nullable],
  VatCodeAndPercent: [text(), nullable],
  VatAmount: [decimal(), nullable],
  Quantity: [decimal(2), nullable],
  Weight: [decimal(2), nullable],
  DeliveryDate: [date(), nullable],
  HarvestYear: [int(), nullable],
  ProjectId: [uuid(), nullable],
}));
