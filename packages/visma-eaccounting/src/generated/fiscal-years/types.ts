// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An account opening balance, as it is sent. */
export interface AccountOpeningBalanceInput {
  readonly AccountNumber?: number | undefined;
  readonly Balance?: number | undefined;
}

/** A fiscal year, as the API answers it. */
export interface FiscalYear {
  Id: string;
  /** A date. */
  StartDate: string;
  /** A date. */
  EndDate: string;
  IsLockedForAccounting: boolean;
  BookkeepingMethod: OpenEnum<0 | 1 | 2>;
}

/** A fiscal year, as it is sent. */
export interface FiscalYearInput {
  /** A date, `YYYY-MM-DD`. */
  readonly StartDate?: string | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly EndDate?: string | undefined;
}

/** A fiscal year update, as it is sent. */
export interface FiscalYearUpdateInput {
  readonly IsLockedForAccounting?: boolean | undefined;
}

/** An opening balances, as the API answers it. */
export interface OpeningBalances {
  Name?: string | null;
  Number: number;
  Balance: number;
}
