// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { decimal, oneOf, uuid } from '../../schemas/leaves.ts';
import { Model, list, nullable } from '../../schemas/model.ts';
import type { QuoteConversionInput, QuoteRowConversionInput } from './types.ts';

export const quoteConversionModel = /* @__PURE__ */ new Model<never, QuoteConversionInput>(() => ({
  Type: oneOf(0, 1),
  WorkHouseOtherCosts: [decimal(), nullable],
  Rows: [list(quoteRowConversionModel), nullable],
}));

export const quoteRowConversionModel = /* @__PURE__ */ new Model<never, QuoteRowConversionInput>(() => ({
  Id: uuid(),
  WorkHours: decimal(),
}));
