// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A voucher draft, as the API answers it. */
export interface VoucherDraft {
  Id: string;
  /** A date. */
  VoucherDate: string;
  /** At most 1000 characters. */
  VoucherText?: string | null;
  NumberSeries?: string | null;
  /** A moment in UTC. */
  CreatedUtc: string;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  Rows?: VoucherDraftRow[] | null;
}

/** A voucher draft, as it is sent. */
export interface VoucherDraftInput {
  /** A date, `YYYY-MM-DD`. */
  readonly VoucherDate: string;
  /** At most 1000 characters. */
  readonly VoucherText?: string | null | undefined;
  readonly NumberSeries?: string | null | undefined;
  readonly Rows?: readonly VoucherDraftRowInput[] | null | undefined;
}

/** A voucher draft row, as the API answers it. */
export interface VoucherDraftRow {
  /** From 1 to 9999999999. */
  AccountNumber: number;
  /** At most 2 decimals. From 0 to 1000000000. */
  DebitAmount: number;
  /** At most 2 decimals. From 0 to 1000000000. */
  CreditAmount: number;
  VatCodeId?: string | null;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  /** At most 50 characters. */
  TransactionText?: string | null;
  ProjectId?: string | null;
  /** At most 2 decimals. */
  Quantity?: number | null;
  /** At most 2 decimals. */
  Weight?: number | null;
  /** A date. */
  DeliveryDate?: string | null;
  HarvestYear?: number | null;
}

/** A voucher draft row, as it is sent. */
export interface VoucherDraftRowInput {
  /** From 1 to 9999999999. */
  readonly AccountNumber: number;
  /** At most 2 decimals. From 0 to 1000000000. */
  readonly DebitAmount?: number | undefined;
  /** At most 2 decimals. From 0 to 1000000000. */
  readonly CreditAmount?: number | undefined;
  readonly VatCodeId?: string | null | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  /** At most 50 characters. */
  readonly TransactionText?: string | null | undefined;
  readonly ProjectId?: string | null | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | null | undefined;
  /** At most 2 decimals. */
  readonly Weight?: number | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly HarvestYear?: number | null | undefined;
}
