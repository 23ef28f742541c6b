// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type { AllocationPeriod } from '../allocation-periods/types.ts';
import type { AttachmentLink, AttachmentLinkInput } from '../attachment-links/types.ts';

/** A supplier invoice approver, as the API answers it. */
export interface SupplierInvoiceApprover {
  ApproverId: string;
  IsApproved: boolean;
  Name?: string | null;
  Priority: number;
}

/** A supplier invoice approver, as it is sent. */
export type SupplierInvoiceApproverInput = Readonly<Record<string, never>>;

/** A supplier invoice draft, as the API answers it. */
export interface SupplierInvoiceDraft {
  Id: string;
  SupplierId: string;
  IsAutoInvoiceInterimSupplier: boolean;
  BankAccountId?: string | null;
  /** A date. */
  InvoiceDate?: string | null;
  /** A date. */
  PaymentDate?: string | null;
  /** A date. */
  DueDate?: string | null;
  /** At most 50 characters. */
  InvoiceNumber?: string | null;
  /** At most 2 decimals. */
  TotalAmount: number;
  /** At most 2 decimals. */
  Vat: number;
  /** At most 2 decimals. */
  VatHigh: number;
  /** At most 2 decimals. */
  VatMedium: number;
  /** At most 2 decimals. */
  VatLow: number;
  IsCreditInvoice: boolean;
  /** At most 3 characters. */
  CurrencyCode?: string | null;
  CurrencyRate: number;
  /** At most 25 characters. */
  OcrNumber?: string | null;
  /** At most 25 characters. */
  Message?: string | null;
  /** A moment in UTC. */
  CreatedUtc?: string | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  Rows: SupplierInvoiceDraftRow[];
  /** At most 50 characters. */
  SupplierName?: string | null;
  /** At most 50 characters. */
  SupplierNumber?: string | null;
  SelfEmployedWithoutFixedAddress: boolean;
  IsQuickInvoice: boolean;
  IsDomestic: boolean;
  /** 0 None, 1 Approved, 2 Rejected, 3 ReadyForApproval, 4 ActionRequired, 5 ApprovalFlowReset. */
  ApprovalStatus: OpenEnum<0 | 1 | 2 | 3 | 4 | 5>;
  SkipSendToBank?: boolean | null;
  AllocationPeriods?: AllocationPeriod[] | null;
  SupplierInvoiceOrigin: number;
  Attachments?: AttachmentLink | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  CanBeApprovedByCurrentUser: boolean;
  CanBeBookeptByCurrentUser: boolean;
  /** 0 Default. */
  ApprovalOrderType: OpenEnum<0 | 1 | 2>;
  Approvers?: SupplierInvoiceApprover[] | null;
  ApprovalRequestedBy?: string | null;
  AccountingTemplateId?: string | null;
}

/** A supplier invoice draft, as it is sent. */
export interface SupplierInvoiceDraftInput {
  readonly SupplierId: string;
  readonly BankAccountId?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly InvoiceDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly PaymentDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DueDate?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceNumber?: string | null | undefined;
  /** At most 2 decimals. */
  readonly TotalAmount?: number | undefined;
  /** At most 2 decimals. */
  readonly Vat?: number | undefined;
  /** At most 2 decimals. */
  readonly VatHigh?: number | undefined;
  /** At most 2 decimals. */
  readonly VatMedium?: number | undefined;
  /** At most 2 decimals. */
  readonly VatLow?: number | undefined;
  readonly IsCreditInvoice: boolean;
  /** At most 3 characters. */
  readonly CurrencyCode?: string | null | undefined;
  readonly CurrencyRate?: number | undefined;
  /** At most 25 characters. */
  readonly OcrNumber?: string | null | undefined;
  /** At most 25 characters. */
  readonly Message?: string | null | undefined;
  readonly Rows: readonly SupplierInvoiceDraftRowInput[];
  /** At most 50 characters. */
  readonly SupplierName?: string | null | undefined;
  /** At most 50 characters. */
  readonly SupplierNumber?: string | null | undefined;
  readonly SelfEmployedWithoutFixedAddress?: boolean | undefined;
  readonly IsQuickInvoice?: boolean | undefined;
  readonly IsDomestic?: boolean | undefined;
  readonly SkipSendToBank?: boolean | null | undefined;
  readonly SupplierInvoiceOrigin?: number | undefined;
  readonly Attachments?: AttachmentLinkInput | undefined;
  readonly AccountingTemplateId?: string | null | undefined;
}

/** A supplier invoice draft row, as the API answers it. */
export interface SupplierInvoiceDraftRow {
  Id: string;
  /** From 1 to 9999999999. */
  AccountNumber: number;
  AccountName?: string | null;
  VatCodeId?: string | null;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  ProjectId?: string | null;
  /** At most 2 decimals. */
  DebitAmount: number;
  /** At most 2 decimals. */
  CreditAmount: number;
  /** At most 100 characters. */
  TransactionText?: string | null;
  LineNumber: number;
  /** At most 2 decimals. */
  Quantity?: number | null;
  /** At most 2 decimals. */
  Weight?: number | null;
  /** A date. */
  DeliveryDate?: string | null;
  HarvestYear?: number | null;
  VatAmount?: number | null;
  ProportionalVatRateValue?: number | null;
}

/** A supplier invoice draft row, as it is sent. */
export interface SupplierInvoiceDraftRowInput {
  /** From 1 to 9999999999. */
  readonly AccountNumber?: number | undefined;
  readonly AccountName?: string | null | undefined;
  readonly VatCodeId?: string | null | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly ProjectId?: string | null | undefined;
  /** At most 2 decimals. */
  readonly DebitAmount?: number | undefined;
  /** At most 2 decimals. */
  readonly CreditAmount?: number | undefined;
  /** At most 100 characters. */
  readonly TransactionText?: string | null | undefined;
  readonly LineNumber?: number | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | null | undefined;
  /** At most 2 decimals. */
  readonly Weight?: number | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly HarvestYear?: number | null | undefined;
  readonly VatAmount?: number | null | undefined;
  readonly ProportionalVatRateValue?: number | null | undefined;
}
