// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, long, oneOf, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly } from '../../schemas/model.ts';
import type { RelatedAccounts, VatCode, VatCodeRate, VatRate } from './types.ts';

export const relatedAccountsModel = /* @__PURE__ */ new Model<RelatedAccounts, never>(() => ({
  AccountNumber1: [long(), nullable],
  AccountNumber2: [long(), nullable],
  AccountNumber3: [long(), nullable],
}));

export const vatCodeModel = /* @__PURE__ */ new Model<VatCode, never>(() => ({
  Id: [uuid(), readOnly + key],
  Code: [text(), nullable],
  Description: [text(), nullable],
  VatRate: decimal(),
  OssCodeType: oneOf(0, 1, 2),
  RelatedAccounts: relatedAccountsModel,
}));

export const vatCodeRateModel = /* @__PURE__ */ new Model<VatCodeRate, never>(() => ({
  Id: [uuid(), readOnly + key],
  Code: [text(), nullable],
  Description: [text(), nullable],
  VatRates: [list(vatRateModel), nullable],
  OssCodeType: oneOf(0, 1, 2),
  RelatedAccounts: relatedAccountsModel,
}));

export const vatRateModel = /* @__PURE__ */ new Model<VatRate, never>(() => ({
  VatRateDate: date(),
  VatRate: decimal(),
}));
