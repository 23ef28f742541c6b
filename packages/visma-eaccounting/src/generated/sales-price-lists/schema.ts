// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, decimal, int, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { SalesPriceList, SalesPriceListInput, SalesPriceListRow, SalesPriceListRowInput } from './types.ts';

export const salesPriceListModel = /* @__PURE__ */ new Model<SalesPriceList, SalesPriceListInput>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(70), nullable],
  Number: [int(), readOnly],
  CurrencyCode: [text(3), nullable],
  Note: [text(), nullable],
  IsStandard: [bool(), readOnly],
  IsActive: [bool(), nullable],
  ChangedUtc: [timestamp(), readOnly],
}));

export const salesPriceListRowModel = /* @__PURE__ */ new Model<SalesPriceListRow, SalesPriceListRowInput>(() => ({
  SalesPriceListId: [uuid(), readOnly],
  ArticleId: uuid(),
  NetPrice: decimal(),
  GrossPrice: [decimal(), readOnly],
  CurrencyCode: [text(3), nullable + readOnly],
  ChangedUtc: [timestamp(), nullable + readOnly],
}));
