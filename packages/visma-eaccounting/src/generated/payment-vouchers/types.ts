// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A payment voucher, as it is sent. */
export interface PaymentVoucherInput {
  /** A date, `YYYY-MM-DD`. */
  readonly VoucherDate: string;
  /** At most 1000 characters. */
  readonly VoucherText: string;
  readonly NumberSeries?: string | null | undefined;
  readonly Rows: readonly PaymentVoucherRowInput[];
}

/** A payment voucher row, as it is sent. */
export interface PaymentVoucherRowInput {
  /** From 1 to 9999999999. */
  readonly AccountNumber: number;
  /** At most 2 decimals. From 0 to 1000000000. */
  readonly DebitAmount?: number | undefined;
  /** At most 2 decimals. From 0 to 1000000000. */
  readonly CreditAmount?: number | undefined;
  /** At most 50 characters. */
  readonly TransactionText?: string | null | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly VatCodeId?: string | null | undefined;
  readonly ReceivableId?: string | null | undefined;
  readonly PayableId?: string | null | undefined;
  readonly ProjectId?: string | null | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | null | undefined;
  /** At most 2 decimals. */
  readonly Weight?: number | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly HarvestYear?: number | null | undefined;
}
