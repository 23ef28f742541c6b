// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** An account types, as the API answers it. */
export interface AccountTypes {
  Type: number;
  TypeDescription?: string | null;
}
