// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly } from '../../schemas/model.ts';
import type { WebshopOrder, WebshopOrderRow } from './types.ts';

export const webshopOrderModel = /* @__PURE__ */ new Model<WebshopOrder, never>(() => ({
  Id: [uuid(), readOnly + key],
  BaseCurrencyCode: [text(), nullable + readOnly],
  Name: [text(), nullable],
  Number: [text(), nullable],
  OrderCurrencyCode: [text(), nullable],
  OrderDate: date(),
  OrderNumber: [text(), nullable],
  Note: [text(), nullable],
  TotalAmountBaseCurrency: decimal(),
  TotalAmountOrderCurrency: decimal(),
  CustomerIsPrivatePerson: bool(),
  Rows: [list(webshopOrderRowModel), nullable],
  CustomerAddress1: [text(), nullable],
  CustomerAddress2: [text(), nullable],
  CustomerPostalCode: [text(), nullable],
  CustomerCity: [text(), nullable],
  CustomerCountry: [text(), nullable],
  CustomerCountryCode: [text(2), nullable],
  CustomerVatNo: [text(), nullable],
  CorporateIdentityNumber: [text(), nullable],
  EmailAddress: [text(), nullable],
  Telephone: [text(), nullable],
  ContactPersonMobile: [text(), nullable],
  MessageThreads: [list(uuid()), nullable + readOnly],
  Notes: [list(uuid()), nullable + readOnly],
}));

export const webshopOrderRowModel = /* @__PURE__ */ new Model<WebshopOrderRow, never>(() => ({
  Id: [uuid(), readOnly],
  ArticleName: [text(), nullable],
  ArticleNumber: [text(), nullable],
  PricePerUnitInvoiceCurrency: decimal(),
  Quantity: decimal(),
  UnitAbbreviation: [text(), nullable],
  Sum: decimal(),
  PercentVat: decimal(),
}));
