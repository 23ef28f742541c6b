// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, int, long, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type {
  InventoryAccountingTemplate,
  InventoryAccumulatedDepreciation,
  InventoryEvent,
  InventoryItem,
} from './types.ts';

export const inventoryAccountingTemplateModel = /* @__PURE__ */ new Model<InventoryAccountingTemplate, never>(() => ({
  Id: [uuid(), readOnly],
  Active: bool(),
  NoDepreciations: bool(),
  IsCustom: bool(),
  Name: [text(Infinity, 1), required],
  NameEnglish: [text(), nullable],
  InventoryAccountNumber: long(),
  InventoryAccountUseCostCenter: bool(),
  DepreciationAssetAccountNumber: [long(), nullable],
  DepreciationAssetAccountUseCostCenter: bool(),
  DepreciationResultAccountNumber: [long(), nullable],
  DepreciationResultAccountUseCostCenter: bool(),
  CapitalGainAccountNumber: long(),
  CapitalGainAccountUseCostCenter: bool(),
  CapitalLossAccountNumber: long(),
  CapitalLossAccountUseCostCenter: bool(),
  TaxationDepreciation: [text(), nullable],
  AppreciationsAccountNumber: [long(), nullable],
  AppreciationAccountUseCostCenter: bool(),
  AccumulatedImpairmentLossAccountNumber: [long(), nullable],
  AccumulatedImpairmentLossAccountUseCostCenter: bool(),
  ImpairmentLossAccountNumber: [long(), nullable],
  ImpairmentLossAccountUseCostCenter: bool(),
  ReversalOfImpairmentAccountNumber: [long(), nullable],
  ReversalOfImpairmentAccountUseCostCenter: bool(),
}));

export const inventoryAccumulatedDepreciationModel = /* @__PURE__ */ new Model<InventoryAccumulatedDepreciation, never>(() => ({
  Id: [uuid(), readOnly],
  FiscalYearId: [uuid(), nullable],
  OpeningAccumulatedDepreciation: decimal(),
  DepreciationForTheYear: decimal(),
}));

export const inventoryEventModel = /* @__PURE__ */ new Model<InventoryEvent, never>(() => ({
  Id: [uuid(), readOnly],
  VoucherId: [uuid(), nullable],
  BookkeepingDate: [date(), nullable],
  UndoVoucherId: [uuid(), nullable],
  UndoBookkeepingDate: [date(), nullable],
  Type: oneOf(0, 1, 4, 5, 6, 7, 8, 9, 10, 11),
  Amount: decimal(),
  CurrentValueBeforeEvent: decimal(),
  CreatedUtc: [timestamp(), readOnly],
  Undone: bool(),
}));

export const inventoryItemModel = /* @__PURE__ */ new Model<InventoryItem, never>(() => ({
  Id: [uuid(), readOnly + key],
  Number: [int(), readOnly],
  Name: [text(Infinity, 1), required],
  PurchasePrice: decimal(),
  PurchaseDate: date(),
  InventoryItemStatus: oneOf(1, 2, 3, 4),
  Depreciate: [bool(), nullable],
  LifeSpanInMonths: [int(), nullable],
  DepreciationStartType: oneOf(1, 2, 3),
  FirstDepreciationDate: [date(), nullable],
  LatestDepreciationDate: [date(), nullable],
  ResidualValue: [decimal(), nullable],
  CurrentValue: decimal(),
  CostCenterItemId1: [uuid(), nullable],
  CostCenterItemId2: [uuid(), nullable],
  CostCenterItemId3: [uuid(), nullable],
  ProjectId: [uuid(), nullable],
  InventoryAccountingTemplate: inventoryAccountingTemplateModel,
  Events: [list(inventoryEventModel), nullable],
  OpeningDepreciations: [list(inventoryAccumulatedDepreciationModel), nullable],
  HasUpcomingDepreciations: [bool(), readOnly],
  CreatedUtc: [timestamp(), readOnly],
  ModifiedUtc: [timestamp(), readOnly],
  DepreciationBasis: [decimal(), readOnly],
}));
