// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type { ArticleLabel, ArticleLabelInput } from '../article-labels/types.ts';

/** An article, as the API answers it. */
export interface Article {
  Id: string;
  IsActive: boolean;
  /** At most 40 characters. */
  Number: string;
  /** At most 50 characters. */
  Name: string;
  /** At most 50 characters. */
  NameEnglish?: string | null;
  /** At most 2 decimals. From 0 to 99000000. */
  NetPrice: number;
  /** At most 2 decimals. From 0 to 99000000. */
  NetPriceWithDiscount: number;
  /** At most 2 decimals. From 0 to 99000000. */
  GrossPrice: number;
  CodingId: string;
  CodingName?: string | null;
  UnitId: string;
  UnitName?: string | null;
  UnitAbbreviation?: string | null;
  /** At most 2 decimals. From -1000000000000000 to 1000000000000000. */
  StockBalance: number;
  /** A moment in UTC. */
  StockBalanceManuallyChangedUtc?: string | null;
  StockBalanceReserved: number;
  StockBalanceAvailable: number;
  /** A moment in UTC. */
  CreatedUtc: string;
  /** A moment in UTC. */
  ChangedUtc: string;
  HouseWorkType?: OpenEnum<
    | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 9 | 10 | 12 | 13 | 14
    | 15 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29> | null;
  /** From 0 to 99000000. */
  PurchasePrice: number;
  /** A moment in UTC. */
  PurchasePriceManuallyChangedUtc?: string | null;
  SendToWebshop: boolean;
  UsesMoss: boolean;
  ArticleLabels?: ArticleLabel[] | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  /** At most 4000 characters. */
  Note?: string | null;
  IsStock: boolean;
  ShowStockInformation: boolean;
  IsServiceArticle: boolean;
  StockLocationReference?: string | null;
  /** From 0 to 99000000. */
  FreightCosts: number;
  /** A moment in UTC. */
  FreightCostsManuallyChangedUtc?: string | null;
  UpdateStockPrices: boolean;
  Barcodes?: ArticleBarcode[] | null;
  StockValue: number;
  /**
   * 0 None, 1 SolarCellInstallation, 2 ElectricEnergyStorageInstallation, 3 ElectricVehicleChargingPointInstallation.
   */
  GreenTechnologyType?: OpenEnum<0 | 1 | 2 | 3> | null;
  DiscountPercentage: number;
  /** At most 3 characters. */
  CurrencyCode?: string | null;
  PurchasePriceWithCurrency: number;
  FreightCostWithCurrency: number;
  OrderingPoint?: number | null;
  SupplierId?: string | null;
  /** At most 16 characters. */
  SupplierArticleNumber?: string | null;
}

/** An article, as it is sent. */
export interface ArticleInput {
  readonly IsActive: boolean;
  /** At most 40 characters. */
  readonly Number: string;
  /** At most 50 characters. */
  readonly Name: string;
  /** At most 50 characters. */
  readonly NameEnglish?: string | null | undefined;
  /** At most 2 decimals. From 0 to 99000000. */
  readonly NetPrice?: number | undefined;
  /** At most 2 decimals. From 0 to 99000000. */
  readonly NetPriceWithDiscount?: number | undefined;
  /** At most 2 decimals. From 0 to 99000000. */
  readonly GrossPrice?: number | undefined;
  readonly CodingId: string;
  readonly UnitId: string;
  /** At most 2 decimals. From -1000000000000000 to 1000000000000000. */
  readonly StockBalance?: number | undefined;
  readonly HouseWorkType?:
    | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 9 | 10 | 12 | 13 | 14
    | 15 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | null | undefined;
  /** From 0 to 99000000. */
  readonly PurchasePrice?: number | undefined;
  readonly SendToWebshop?: boolean | undefined;
  readonly UsesMoss?: boolean | undefined;
  readonly ArticleLabels?: readonly ArticleLabelInput[] | null | undefined;
  /** At most 4000 characters. */
  readonly Note?: string | null | undefined;
  readonly IsStock?: boolean | undefined;
  readonly StockLocationReference?: string | null | undefined;
  /** From 0 to 99000000. */
  readonly FreightCosts?: number | undefined;
  readonly UpdateStockPrices?: boolean | undefined;
  readonly Barcodes?: readonly ArticleBarcodeInput[] | null | undefined;
  /**
   * 0 None, 1 SolarCellInstallation, 2 ElectricEnergyStorageInstallation, 3 ElectricVehicleChargingPointInstallation.
   */
  readonly GreenTechnologyType?: 0 | 1 | 2 | 3 | null | undefined;
  readonly DiscountPercentage?: number | undefined;
  /** At most 3 characters. */
  readonly CurrencyCode?: string | null | undefined;
  readonly PurchasePriceWithCurrency?: number | undefined;
  readonly FreightCostWithCurrency?: number | undefined;
  readonly OrderingPoint?: number | null | undefined;
  readonly SupplierId?: string | null | undefined;
  /** At most 16 characters. */
  readonly SupplierArticleNumber?: string | null | undefined;
}

/** An article barcode, as the API answers it. */
export interface ArticleBarcode {
  Barcode?: string | null;
  BarcodeType: number;
}

/** An article barcode, as it is sent. */
export interface ArticleBarcodeInput {
  readonly Barcode?: string | null | undefined;
  readonly BarcodeType?: number | undefined;
}
