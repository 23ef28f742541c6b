// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, int, oneOf, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { TermsOfPayment, TermsOfPaymentInput } from './types.ts';

export const termsOfPaymentModel = /* @__PURE__ */ new Model<TermsOfPayment, TermsOfPaymentInput>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(), nullable],
  NameEnglish: [text(), nullable],
  NumberOfDays: int(),
  TermsOfPaymentTypeId: oneOf(0, 1, 2, 3, 4, 5),
  TermsOfPaymentTypeText: [text(), nullable],
  AvailableForSales: bool(),
  AvailableForPurchase: bool(),
}));
