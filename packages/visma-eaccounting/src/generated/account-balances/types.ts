// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** An account balance, as the API answers it. */
export interface AccountBalance {
  AccountNumber: number;
  AccountName?: string | null;
  Balance: number;
  AccountType: number;
  AccountTypeDescription?: string | null;
}
