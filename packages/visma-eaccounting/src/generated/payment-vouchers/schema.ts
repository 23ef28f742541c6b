// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, int, long, text, uuid } from '../../schemas/leaves.ts';
import { Model, list, nullable, required } from '../../schemas/model.ts';
import type { PaymentVoucherInput, PaymentVoucherRowInput } from './types.ts';

export const paymentVoucherModel = /* @__PURE__ */ new Model<never, PaymentVoucherInput>(() => ({
  VoucherDate: [date(), required],
  VoucherText: [text(1000), required],
  NumberSeries: [text(), nullable],
  Rows: [list(paymentVoucherRowModel), required],
}));

export const paymentVoucherRowModel = /* @__PURE__ */ new Model<never, PaymentVoucherRowInput>(() => ({
  AccountNumber: [long(1, 9999999999), required],
  DebitAmount: decimal(2, 0, 1000000000),
  CreditAmount: decimal(2, 0, 1000000000),
  TransactionText: [text(50), nullable],
  CostCenterItemId1: [uuid(), nullable],
  CostCenterItemId2: [uuid(), nullable],
  CostCenterItemId3: [uuid(), nullable],
  VatCodeId: [uuid(), nullable],
  ReceivableId: [uuid(), nullable],
  PayableId: [uuid(), nullable],
  ProjectId: [uuid(), nullable],
  Quantity: [decimal(2), nullable],
  Weight: [decimal(2), nullable],
  DeliveryDate: [date(), nullable],
  HarvestYear: [int(), nullable],
}));
