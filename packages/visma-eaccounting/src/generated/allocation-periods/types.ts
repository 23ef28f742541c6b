// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An allocation period, as the API answers it. */
export interface AllocationPeriod {
  Id: string;
  SupplierInvoiceDraftId?: string | null;
  SupplierInvoiceDraftRow?: number | null;
  SupplierInvoiceId?: string | null;
  SupplierInvoiceRow?: number | null;
  ManualVoucherId?: string | null;
  ManualVoucherRow?: number | null;
  CustomerInvoiceId?: string | null;
  CustomerInvoiceRow?: number | null;
  CustomerInvoiceDraftId?: string | null;
  CustomerInvoiceDraftRow?: number | null;
  VoucherFiscalYearId?: string | null;
  VoucherId?: string | null;
  /** 0 SupplierInvoice, 1 ManualVoucher, 2 CustomerInvoice, 3 CustomerInvoiceDraft. */
  AllocationPeriodSourceType: OpenEnum<0 | 1 | 2 | 3>;
  /** 0 Pending, 1 Revoked, 2 Booked, 3 CancelledNotBooked. */
  Status: OpenEnum<0 | 1 | 2 | 3>;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  ProjectId?: string | null;
  /** A date. */
  BookkeepingDate: string;
  /** A moment in UTC. */
  CreatedUtc: string;
  Rows: AllocationPeriodRow[];
  DebitAccountNumber: number;
  CreditAccountNumber: number;
  Amount: number;
  IsCredit: boolean;
  /** A date. */
  SourceDate?: string | null;
  Description?: string | null;
  NumberAndNumberSeries?: string | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
}

/** An allocation period, as it is sent. */
export interface AllocationPeriodInput {
  /** 0 SupplierInvoice, 1 ManualVoucher, 2 CustomerInvoice, 3 CustomerInvoiceDraft. */
  readonly AllocationPeriodSourceType?: 0 | 1 | 2 | 3 | undefined;
  /** 0 Pending, 1 Revoked, 2 Booked, 3 CancelledNotBooked. */
  readonly Status?: 0 | 1 | 2 | 3 | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly BookkeepingDate?: string | undefined;
  readonly Rows: readonly AllocationPeriodRowInput[];
  readonly IsCredit?: boolean | undefined;
}

/** An allocation period row, as the API answers it. */
export interface AllocationPeriodRow {
  Id: string;
  AllocationPeriodId: string;
  AccountNumber: number;
  Amount: number;
  Quantity?: number | null;
  Weight?: number | null;
  /** 1 Debit, 2 Credit. */
  DebitCredit: OpenEnum<1 | 2>;
  AllocationPeriodRowType: number;
}

/** An allocation period row, as it is sent. */
export interface AllocationPeriodRowInput {
  readonly AccountNumber: number;
  readonly Amount: number;
  readonly Quantity?: number | null | undefined;
  readonly Weight?: number | null | undefined;
  /** 1 Debit, 2 Credit. */
  readonly DebitCredit: 1 | 2;
  readonly AllocationPeriodRowType?: number | undefined;
}

/** An allocation plan, as it is sent. */
export interface AllocationPlanInput {
  readonly SupplierInvoiceDraftId?: string | null | undefined;
  readonly SupplierInvoiceDraftRow?: number | null | undefined;
  readonly SupplierInvoiceId?: string | null | undefined;
  readonly SupplierInvoiceRow?: number | null | undefined;
  readonly VoucherId?: string | null | undefined;
  readonly VoucherRow?: number | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly BookkeepingStartDate: string;
  /** At most 2 decimals. From 1 to 1000000000. */
  readonly AmountToAllocate: number;
  /** At most 2 decimals. */
  readonly QuantityToAllocate?: number | null | undefined;
  /** At most 2 decimals. */
  readonly WeightToAllocate?: number | null | undefined;
  readonly AllocationAccountNumber: number;
  /** From 1 to 9999. */
  readonly NumberOfAllocationPeriods: number;
}
