// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A foreign payment codes, as the API answers it. */
export interface ForeignPaymentCodes {
  Id: string;
  Code: number;
  Description?: string | null;
  CountryCode?: string | null;
}
