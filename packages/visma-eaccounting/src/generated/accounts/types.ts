// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** An account, as the API answers it. */
export interface Account {
  /** At most 100 characters. */
  Name: string;
  Number: string;
  VatCodeId?: string | null;
  VatCodeDescription?: string | null;
  FiscalYearId: string;
  ReferenceCode?: string | null;
  Type: number;
  TypeDescription?: string | null;
  /** A moment in UTC. */
  ModifiedUtc: string;
  /** A moment in UTC. */
  CreatedUtc: string;
  IsActive: boolean;
  AllowTransactionText: boolean;
  IsFirstCostCenterMandatory: boolean;
  IsProjectAllowed: boolean;
  IsCostCenterAllowed: boolean;
  IsBlockedForManualBooking: boolean;
  Description?: string | null;
}

/** An account, as it is sent. */
export interface AccountInput {
  /** At most 100 characters. */
  readonly Name: string;
  readonly Number: string;
  readonly VatCodeId?: string | null | undefined;
  readonly FiscalYearId: string;
  readonly IsActive: boolean;
  readonly AllowTransactionText?: boolean | undefined;
  readonly IsFirstCostCenterMandatory?: boolean | undefined;
  readonly IsProjectAllowed?: boolean | undefined;
  readonly IsCostCenterAllowed?: boolean | undefined;
  readonly IsBlockedForManualBooking?: boolean | undefined;
}

/** A standard account, as the API answers it. */
export interface StandardAccount {
  AccountType?: string | null;
  AccountNumber?: number | null;
}
