// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { decimal, int, long, text } from '../../schemas/leaves.ts';
import { Model, nullable, readOnly } from '../../schemas/model.ts';
import type { AccountBalance } from './types.ts';

export const accountBalanceModel = /* @__PURE__ */ new Model<AccountBalance, never>(() => ({
  AccountNumber: [long(), readOnly],
  AccountName: [text(), nullable + readOnly],
  Balance: [decimal(), readOnly],
  AccountType: [int(), readOnly],
  AccountTypeDescription: [text(), nullable + readOnly],
}));
