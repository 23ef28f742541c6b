// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, int, long, text, uuid } from '../../schemas/leaves.ts';
import { Model, list, nullable, readOnly, required } from '../../schemas/model.ts';
import { attachmentLinkModel } from '../attachment-links/schema.ts';
import type {
  LedgerVoucherRelation,
  VoucherWithOverunderPaymentInput,
  VoucherWithOverunderPaymentRowInput,
} from './types.ts';

export const ledgerVoucherRelationModel = /* @__PURE__ */ new Model<LedgerVoucherRelation, never>(() => ({
  Amount: [decimal(), readOnly],
  CustomerId: [uuid(), nullable + readOnly],
  SupplierId: [uuid(), nullable + readOnly],
}));

export const voucherWithOverunderPaymentModel = /* @__PURE__ */ new Model<never, VoucherWithOverunderPaymentInput>(() => ({
  VoucherDate: [date(), required],
  VoucherText: [text(1000), nullable],
  Rows: [list(voucherWithOverunderPaymentRowModel), required],
  Attachments: attachmentLinkModel,
}));

export const voucherWithOverunderPaymentRowModel = /* @__PURE__ */ new Model<never, VoucherWithOverunderPaymentRowInput>(() => ({
  AccountNumber: [long(1, 9999999999), required],
  DebitAmount: decimal(2, 0, 1000000000),
  CreditAmount: decimal(2, 0, 1000000000),
  CostCenterItemId1: [uuid(), nullable],
  CostCenterItemId2: [uuid(), nullable],
  CostCenterItemId3: [uuid(), nullable],
  VatCodeId: [uuid(), nullable],
  Quantity: [decimal(2), nullable],
  Weight: [decimal(2), nullable],
  DeliveryDate: [date(), nullable],
  HarvestYear: [int(), nullable],
  ProjectId: [uuid(), nullable],
  CustomerId: [uuid(), nullable],
  SupplierId: [uuid(), nullable],
}));
