// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A currency, as the API answers it. */
export interface Currency {
  Code?: string | null;
}

/** An exchange rate, as the API answers it. */
export interface ExchangeRate {
  /** A date. */
  Date: string;
  SourceCurrency?: string | null;
  TargetCurrency?: string | null;
  Rate: number;
}
