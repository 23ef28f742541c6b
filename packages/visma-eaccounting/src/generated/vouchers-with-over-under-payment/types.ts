// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { AttachmentLinkInput } from '../attachment-links/types.ts';

/** A ledger voucher relation, as the API answers it. */
export interface LedgerVoucherRelation {
  Amount: number;
  CustomerId?: string | null;
  SupplierId?: string | null;
}

/** A voucher with overunder payment, as it is sent. */
export interface VoucherWithOverunderPaymentInput {
  /** A date, `YYYY-MM-DD`. */
  readonly VoucherDate: string;
  /** At most 1000 characters. */
  readonly VoucherText?: string | null | undefined;
  readonly Rows: readonly VoucherWithOverunderPaymentRowInput[];
  readonly Attachments?: AttachmentLinkInput | undefined;
}

/** A voucher with overunder payment row, as it is sent. */
export interface VoucherWithOverunderPaymentRowInput {
  /** From 1 to 9999999999. */
  readonly AccountNumber: number;
  /** At most 2 decimals. From 0 to 1000000000. */
  readonly DebitAmount?: number | undefined;
  /** At most 2 decimals. From 0 to 1000000000. */
  readonly CreditAmount?: number | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly VatCodeId?: string | null | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | null | undefined;
  /** At most 2 decimals. */
  readonly Weight?: number | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly HarvestYear?: number | null | undefined;
  readonly ProjectId?: string | null | undefined;
  readonly CustomerId?: string | null | undefined;
  readonly SupplierId?: string | null | undefined;
}
