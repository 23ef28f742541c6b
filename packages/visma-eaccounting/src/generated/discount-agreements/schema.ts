// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, int, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { DiscountAgreement } from './types.ts';

export const discountAgreementModel = /* @__PURE__ */ new Model<DiscountAgreement, never>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(), nullable + readOnly],
  Number: [int(), readOnly],
  Notes: [text(), nullable + readOnly],
  IsActive: [bool(), readOnly],
  ChangedUtc: [timestamp(), readOnly],
}));
