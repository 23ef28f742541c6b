// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An inventory accounting template, as the API answers it. */
export interface InventoryAccountingTemplate {
  Id: string;
  Active: boolean;
  NoDepreciations: boolean;
  IsCustom: boolean;
  Name: string;
  NameEnglish?: string | null;
  InventoryAccountNumber: number;
  InventoryAccountUseCostCenter: boolean;
  DepreciationAssetAccountNumber?: number | null;
  DepreciationAssetAccountUseCostCenter: boolean;
  DepreciationResultAccountNumber?: number | null;
  DepreciationResultAccountUseCostCenter: boolean;
  CapitalGainAccountNumber: number;
  CapitalGainAccountUseCostCenter: boolean;
  CapitalLossAccountNumber: number;
  CapitalLossAccountUseCostCenter: boolean;
  TaxationDepreciation?: string | null;
  AppreciationsAccountNumber?: number | null;
  AppreciationAccountUseCostCenter: boolean;
  AccumulatedImpairmentLossAccountNumber?: number | null;
  AccumulatedImpairmentLossAccountUseCostCenter: boolean;
  ImpairmentLossAccountNumber?: number | null;
  ImpairmentLossAccountUseCostCenter: boolean;
  ReversalOfImpairmentAccountNumber?: number | null;
  ReversalOfImpairmentAccountUseCostCenter: boolean;
}

/** An inventory accumulated depreciation, as the API answers it. */
export interface InventoryAccumulatedDepreciation {
  Id: string;
  FiscalYearId?: string | null;
  OpeningAccumulatedDepreciation: number;
  DepreciationForTheYear: number;
}

/** An inventory event, as the API answers it. */
export interface InventoryEvent {
  Id: string;
  VoucherId?: string | null;
  /** A date. */
  BookkeepingDate?: string | null;
  UndoVoucherId?: string | null;
  /** A date. */
  UndoBookkeepingDate?: string | null;
  /**
   * 0 Depreciation, 1 Sale, 4 Disposal, 5 ValueChange, 6 Appreciation, 7 ImpairmentLoss, 8 ReversalOfImpairment, 9
   * AdditionalDepreciation, 10 CostOfAquisitionAdjustement, 11 DepreciationBasisAdjustement.
   */
  Type: OpenEnum<0 | 1 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11>;
  Amount: number;
  CurrentValueBeforeEvent: number;
  /** A moment in UTC. */
  CreatedUtc: string;
  Undone: boolean;
}

/** An inventory item, as the API answers it. */
export interface InventoryItem {
  Id: string;
  Number: number;
  Name: string;
  PurchasePrice: number;
  /** A date. */
  PurchaseDate: string;
  /** 1 Inactive, 2 Active, 3 Sold, 4 Dispose. */
  InventoryItemStatus: OpenEnum<1 | 2 | 3 | 4>;
  Depreciate?: boolean | null;
  LifeSpanInMonths?: number | null;
  /** 1 PurchaseMonth, 2 MonthAfterPurchaseMonth, 3 FirstMonthOfPurchaseYear. */
  DepreciationStartType: OpenEnum<1 | 2 | 3>;
  /** A date. */
  FirstDepreciationDate?: string | null;
  /** A date. */
  LatestDepreciationDate?: string | null;
  ResidualValue?: number | null;
  CurrentValue: number;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  ProjectId?: string | null;
  InventoryAccountingTemplate?: InventoryAccountingTemplate | null;
  Events?: InventoryEvent[] | null;
  OpeningDepreciations?: InventoryAccumulatedDepreciation[] | null;
  HasUpcomingDepreciations: boolean;
  /** A moment in UTC. */
  CreatedUtc: string;
  /** A moment in UTC. */
  ModifiedUtc: string;
  DepreciationBasis: number;
}
