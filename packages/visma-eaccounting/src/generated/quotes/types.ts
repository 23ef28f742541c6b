// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A quote conversion, as it is sent. */
export interface QuoteConversionInput {
  /** 0 OrderDraft, 1 Order. */
  readonly Type?: 0 | 1 | undefined;
  readonly WorkHouseOtherCosts?: number | null | undefined;
  readonly Rows?: readonly QuoteRowConversionInput[] | null | undefined;
}

/** A quote row conversion, as it is sent. */
export interface QuoteRowConversionInput {
  readonly Id?: string | undefined;
  readonly WorkHours?: number | undefined;
}
