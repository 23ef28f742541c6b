// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, decimal, int, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import { articleLabelModel } from '../article-labels/schema.ts';
import type { Article, ArticleBarcode, ArticleBarcodeInput, ArticleInput } from './types.ts';

export const articleModel = /* @__PURE__ */ new Model<Article, ArticleInput>(() => ({
  Id: [uuid(), readOnly + key],
  IsActive: [bool(), required],
  Number: [text(40), required],
  Name: [text(50), required],
  NameEnglish: [text(50), nullable],
  NetPrice: decimal(2, 0, 99000000),
  NetPriceWithDiscount: decimal(2, 0, 99000000),
  GrossPrice: decimal(2, 0, 99000000),
  CodingId: [uuid(), required],
  CodingName: [text(), nullable + readOnly],
  UnitId: [uuid(), required],
  UnitName: [text(), nullable + readOnly],
  UnitAbbreviation: [text(), nullable + readOnly],
  StockBalance: decimal(2, -1000000000000000, 1000000000000000),
  StockBalanceManuallyChangedUtc: [timestamp(), nullable + readOnly],
  StockBalanceReserved: [decimal(), readOnly],
  StockBalanceAvailable: [decimal(), readOnly],
  CreatedUtc: [timestamp(), readOnly],
  ChangedUtc: [timestamp(), readOnly],
  HouseWorkType: [oneOf(
    0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
  ), nullable],
  PurchasePrice: decimal(99, 0, 99000000),
  PurchasePriceManuallyChangedUtc: [timestamp(), nullable + readOnly],
  SendToWebshop: bool(),
  UsesMoss: bool(),
  ArticleLabels: [list(articleLabelModel), nullable],
  MessageThreads: [list(uuid()), nullable + readOnly],
  Notes: [list(uuid()), nullable + readOnly],
  Note: [text(4000), nullable],
  IsStock: bool(),
  ShowStockInformation: [bool(), readOnly],
  IsServiceArticle: [bool(), readOnly],
  StockLocationReference: [text(), nullable],
  FreightCosts: decimal(99, 0, 99000000),
  FreightCostsManuallyChangedUtc: [timestamp(), nullable + readOnly],
  UpdateStockPrices: bool(),
  Barcodes: [list(articleBarcodeModel), nullable],
  StockValue: [decimal(), readOnly],
  GreenTechnologyType: [oneOf(0, 1, 2, 3), nullable],
  DiscountPercentage: decimal(),
  CurrencyCode: [text(3), nullable],
  PurchasePriceWithCurrency: decimal(),
  FreightCostWithCurrency: decimal(),
  OrderingPoint: [decimal(), nullable],
  SupplierId: [uuid(), nullable],
  SupplierArticleNumber: [text(16), nullable],
}));

export const articleBarcodeModel = /* @__PURE__ */ new Model<ArticleBarcode, ArticleBarcodeInput>(() => ({
  Barcode: [text(), nullable],
  BarcodeType: int(),
}));
