// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type { AttachmentLink, AttachmentLinkInput } from '../attachment-links/types.ts';

/** A voucher, as the API answers it. */
export interface Voucher {
  Id: string;
  /** A date. */
  VoucherDate: string;
  /** At most 1000 characters. */
  VoucherText: string;
  Rows: VoucherRow[];
  NumberAndNumberSeries?: string | null;
  NumberSeries?: string | null;
  ImportedVoucherNumber?: string | null;
  Attachments?: AttachmentLink | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  VoucherType: OpenEnum<
    | 2 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18
    | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 32 | 33 | 34>;
  SourceId?: string | null;
  /** A moment in UTC. */
  CreatedUtc: string;
}

/** A voucher, as it is sent. */
export interface VoucherInput {
  /** A date, `YYYY-MM-DD`. */
  readonly VoucherDate: string;
  /** At most 1000 characters. */
  readonly VoucherText: string;
  readonly Rows: readonly VoucherRowInput[];
  readonly NumberSeries?: string | null | undefined;
  readonly Attachments?: AttachmentLinkInput | undefined;
  readonly VoucherType?:
    | 2 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18
    | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 32 | 33 | 34 | undefined;
}

/** A voucher row, as the API answers it. */
export interface VoucherRow {
  /** From 1 to 9999999999. */
  AccountNumber: number;
  AccountDescription?: string | null;
  /** At most 2 decimals. From 0 to 10000000000. */
  DebitAmount: number;
  /** At most 2 decimals. From 0 to 10000000000. */
  CreditAmount: number;
  /** At most 60 characters. */
  TransactionText?: string | null;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  VatCodeId?: string | null;
  VatCodeAndPercent?: string | null;
  VatAmount?: number | null;
  /** At most 2 decimals. */
  Quantity?: number | null;
  /** At most 2 decimals. */
  Weight?: number | null;
  /** A date. */
  DeliveryDate?: string | null;
  HarvestYear?: number | null;
  ProjectId?: string | null;
}

/** A voucher row, as it is sent. */
export interface VoucherRowInput {
  /** From 1 to 9999999999. */
  readonly AccountNumber: number;
  /** At most 2 decimals. From 0 to 10000000000. */
  readonly DebitAmount?: number | undefined;
  /** At most 2 decimals. From 0 to 10000000000. */
  readonly CreditAmount?: number | undefined;
  /** At most 60 characters. */
  readonly TransactionText?: string | null | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly VatCodeId?: string | null | undefined;
  readonly VatCodeAndPercent?: string | null | undefined;
  readonly VatAmount?: number | null | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | null | undefined;
  /** At most 2 decimals. */
  readonly Weight?: number | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly HarvestYear?: number | null | undefined;
  readonly ProjectId?: string | null | undefined;
}
