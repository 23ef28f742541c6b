// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A bank, as the API answers it. */
export interface Bank {
  Id: string;
  Name?: string | null;
}
