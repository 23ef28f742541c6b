// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly } from '../../schemas/model.ts';
import type { BankTransaction, BankTransactionRow } from './types.ts';

export const bankTransactionModel = /* @__PURE__ */ new Model<BankTransaction, never>(() => ({
  Id: [uuid(), readOnly + key],
  TransactionDate: date(),
  IsReconciled: bool(),
  Reference: [text(), nullable],
  OriginalAmount: decimal(),
  ChargeAmount: decimal(),
  ChargeCurrency: [text(), nullable],
  TransactionAmount: decimal(),
  TransactionAmountCurrency: [text(), nullable],
  OriginalCurrency: [text(), nullable],
  Rows: [list(bankTransactionRowModel), nullable],
}));

export const bankTransactionRowModel = /* @__PURE__ */ new Model<BankTransactionRow, never>(() => ({
  PaymentVoucherId: [uuid(), nullable],
  PaymentVoucherNumber: [text(), nullable],
  AmountTransactionCurrency: decimal(),
  Number: [text(), nullable],
  Name: [text(), nullable],
  Reference: [text(), nullable],
  Source: [text(), nullable],
  SourceId: uuid(),
  VoucherId: uuid(),
}));
