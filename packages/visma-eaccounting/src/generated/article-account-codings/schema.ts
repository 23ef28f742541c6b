// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, decimal, long, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { ArticleAccountCoding } from './types.ts';

export const articleAccountCodingModel = /* @__PURE__ */ new Model<ArticleAccountCoding, never>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(), nullable],
  NameEnglish: [text(), nullable],
  Type: [text(), nullable],
  VatRate: [text(), nullable],
  IsActive: bool(),
  VatRatePercent: decimal(),
  DomesticSalesSubjectToReversedConstructionVatAccountNumber: [long(), nullable],
  DomesticSalesSubjectToVatAccountNumber: [long(), nullable],
  DomesticSalesVatExemptAccountNumber: [long(), nullable],
  ForeignSalesSubjectToMossAccountNumber: [long(), nullable],
  ForeignSalesSubjectToThirdPartySalesAccountNumber: [long(), nullable],
  ForeignSalesSubjectToVatWithinEuAccountNumber: [long(), nullable],
  ForeignSalesVatExemptOutsideEuAccountNumber: [long(), nullable],
  ForeignSalesVatExemptWithinEuAccountNumber: [long(), nullable],
  DomesticSalesVatCodeExemptAccountNumber: [long(), nullable],
  ChangedUtc: [timestamp(), readOnly],
}));
