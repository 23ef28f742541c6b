// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, long, oneOf, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type {
  AccountOpeningBalanceInput,
  FiscalYear,
  FiscalYearInput,
  FiscalYearUpdateInput,
  OpeningBalances,
} from './types.ts';

export const accountOpeningBalanceModel = /* @__PURE__ */ new Model<never, AccountOpeningBalanceInput>(() => ({
  AccountNumber: long(),
  Balance: decimal(),
}));

export const fiscalYearModel = /* @__PURE__ */ new Model<FiscalYear, FiscalYearInput>(() => ({
  Id: [uuid(), readOnly + key],
  StartDate: date(),
  EndDate: date(),
  IsLockedForAccounting: [bool(), readOnly],
  BookkeepingMethod: [oneOf(0, 1, 2), readOnly],
}));

export const fiscalYearUpdateModel = /* @__PURE__ */ new Model<never, FiscalYearUpdateInput>(() => ({
  IsLockedForAccounting: bool(),
}));

export const openingBalancesModel = /* @__PURE__ */ new Model<OpeningBalances, never>(() => ({
  Name: [text(), nullable],
  Number: long(),
  Balance: decimal(),
}));
