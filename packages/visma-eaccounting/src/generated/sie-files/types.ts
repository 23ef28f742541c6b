// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A common batch response, as the API answers it. */
export interface CommonBatchResponse {
  CreatedRows: number;
}

/** A series mapping, as it is sent. */
export interface SeriesMappingInput {
  readonly OriginalSeries?: string | null | undefined;
  readonly NewSeries?: string | null | undefined;
}

/** A sie4, as it is sent. */
export interface Sie4Input {
  readonly SieData: string;
  readonly Encoding: number;
  readonly MapLedgerAccount: boolean;
  readonly ImportOpeningBalance: boolean;
  readonly EndYearAdjustment: boolean;
  readonly ImportAccountNames: boolean;
  readonly SeriesMappings?: readonly SeriesMappingInput[] | null | undefined;
}
