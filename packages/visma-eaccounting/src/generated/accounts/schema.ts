// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, int, long, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, nullable, readOnly, required } from '../../schemas/model.ts';
import type { Account, AccountInput, StandardAccount } from './types.ts';

export const accountModel = /* @__PURE__ */ new Model<Account, AccountInput>(() => ({
  Name: [text(100), required],
  Number: [text(Infinity, 1), required],
  VatCodeId: [uuid(), nullable],
  VatCodeDescription: [text(), nullable + readOnly],
  FiscalYearId: [uuid(), required],
  ReferenceCode: [text(), nullable + readOnly],
  Type: [int(), readOnly],
  TypeDescription: [text(), nullable + readOnly],
  ModifiedUtc: [timestamp(), readOnly],
  CreatedUtc: [timestamp(), readOnly],
  IsActive: [bool(), required],
  AllowTransactionText: bool(),
  IsFirstCostCenterMandatory: bool(),
  IsProjectAllowed: bool(),
  IsCostCenterAllowed: bool(),
  IsBlockedForManualBooking: bool(),
  Description: [text(), nullable + readOnly],
}));

export const standardAccountModel = /* @__PURE__ */ new Model<StandardAccount, never>(() => ({
  AccountType: [text(), nullable],
  AccountNumber: [long(), nullable],
}));
