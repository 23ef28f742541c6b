// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, text } from '../../schemas/leaves.ts';
import { Model, nullable, readOnly } from '../../schemas/model.ts';
import type { Currency, ExchangeRate } from './types.ts';

export const currencyModel = /* @__PURE__ */ new Model<Currency, never>(() => ({
  Code: [text(), nullable],
}));

export const exchangeRateModel = /* @__PURE__ */ new Model<ExchangeRate, never>(() => ({
  Date: [date(), readOnly],
  SourceCurrency: [text(), nullable + readOnly],
  TargetCurrency: [text(), nullable + readOnly],
  Rate: [decimal(), readOnly],
}));
