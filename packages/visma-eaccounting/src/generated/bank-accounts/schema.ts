// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, long, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { BalanceAndDate, BalanceAndDateInput, BankAccount, BankAccountInput } from './types.ts';

export const balanceAndDateModel = /* @__PURE__ */ new Model<BalanceAndDate, BalanceAndDateInput>(() => ({
  Balance: decimal(),
  Date: date(),
}));

export const bankAccountModel = /* @__PURE__ */ new Model<BankAccount, BankAccountInput>(() => ({
  Bank: [uuid(), nullable],
  BankAccountType: [oneOf(1, 2, 3, 4, 5, 6, 7), required],
  BankAccountTypeDescription: [text(), nullable + readOnly],
  Bban: [text(35), nullable],
  Iban: [text(35), nullable],
  Name: [text(200), required],
  NameEnglish: [text(200), nullable],
  Id: [uuid(), readOnly + key],
  IsActive: bool(),
  LedgerAccountNumber: [long(), required],
  HasActiveBankAgreement: bool(),
  IsDefaultChequeAccount: bool(),
  CurrencyCode: [text(), nullable + readOnly],
  ModifiedUtc: [timestamp(), readOnly],
  Balance: balanceAndDateModel,
  BankAccountHolderName: [text(), nullable],
  IsEnabledDirectDebit: [bool(), nullable + readOnly],
  DirectDebitCreditorId: [text(), nullable + readOnly],
  DirectDebitBatchBooking: [bool(), nullable + readOnly],
  DirectDebitSendDirectlyToBank: [bool(), nullable + readOnly],
}));
