// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A sales price list, as the API answers it. */
export interface SalesPriceList {
  Id: string;
  /** At most 70 characters. */
  Name?: string | null;
  Number: number;
  /** At most 3 characters. */
  CurrencyCode?: string | null;
  Note?: string | null;
  IsStandard: boolean;
  IsActive?: boolean | null;
  /** A moment in UTC. */
  ChangedUtc: string;
}

/** A sales price list, as it is sent. */
export interface SalesPriceListInput {
  /** At most 70 characters. */
  readonly Name?: string | null | undefined;
  /** At most 3 characters. */
  readonly CurrencyCode?: string | null | undefined;
  readonly Note?: string | null | undefined;
  readonly IsActive?: boolean | null | undefined;
}

/** A sales price list row, as the API answers it. */
export interface SalesPriceListRow {
  SalesPriceListId: string;
  ArticleId: string;
  NetPrice: number;
  GrossPrice: number;
  /** At most 3 characters. */
  CurrencyCode?: string | null;
  /** A moment in UTC. */
  ChangedUtc?: string | null;
}

/** A sales price list row, as it is sent. */
export interface SalesPriceListRowInput {
  readonly ArticleId?: string | undefined;
  readonly NetPrice?: number | undefined;
}
