// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type { AllocationPeriod } from '../allocation-periods/types.ts';

/** An attachment interpretation, as it is sent. */
export interface AttachmentInterpretationInput {
  /**
   * 0 Unknown, 1 VismaScannerApp, 2 CompanyEmail, 3 EmployeeEmail, 4 eAccountingApp, 100 DragAndDrop, 101 eInvoice, 102
   * ScanPDF, 103 ScanLetter, 105 Integration, 106 KivraCompanyMailbox.
   */
  readonly PhotoSource?: 0 | 1 | 2 | 3 | 4 | 100 | 101 | 102 | 103 | 105 | 106 | null | undefined;
  readonly TotalVat?: number | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceTotalVat?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly TotalAmountIncludingVat?: number | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceTotalAmountIncludingVat?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly TotalAmountExcludingVat?: number | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceTotalAmountExcludingVat?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly Currency?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceCurrency?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly SupplierCountryCode?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceSupplierCountryCode?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly SupplierOrganisationNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceSupplierOrganisationNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly SupplierVatNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceSupplierVatNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly SupplierName?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceSupplierName?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly SupplierAddress?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceSupplierAddress?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DocumentDate?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceDocumentDate?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly DocumentNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceDocumentNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  /** 0 Unknown, 1 Invoice, 2 Receipt, 3 CreditNote, 4 DebitNote. */
  readonly DocumentType?: 0 | 1 | 2 | 3 | 4 | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceDocumentType?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly OrderNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceOrderNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly CustomerNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceCustomerNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly PaymentIdSE?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidencePaymentIdSE?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly PaymentIdFI?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidencePaymentIdFI?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly PaymentIdNO?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidencePaymentIdNO?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly PaymentIdNL?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidencePaymentIdNL?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  /** 0 Unknown, 1 Cash, 2 CreditCard, 3 BankTransfer. */
  readonly PaymentMethod?: 0 | 1 | 2 | 3 | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidencePaymentMethod?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly PaymentDueDate?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidencePaymentDueDate?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly Iban?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceIban?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly Bic?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceBic?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly BankAccountNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceBankAccountNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly BankGiroNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceBankGiroNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly PlusGiroNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidencePlusGiroNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly BankRegistrationNumber?: string | null | undefined;
  /** 0 Unknown, 1 VERY_HIGH, 2 HIGH, 3 MID, 4 LOW, 5 VERY_LOW. */
  readonly ConfidenceBankRegistrationNumber?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly Text?: string | null | undefined;
}

/** A supplier invoice, as the API answers it. */
export interface SupplierInvoice {
  Id: string;
  SupplierId: string;
  OffsetInvoiceIds?: string[] | null;
  BankAccountId: string;
  /** A date. */
  InvoiceDate?: string | null;
  /** A date. */
  PaymentDate?: string | null;
  /** A date. */
  DueDate?: string | null;
  InvoiceNumber: string;
  TotalAmount: number;
  Vat: number;
  VatHigh: number;
  VatMedium: number;
  VatLow: number;
  IsCreditInvoice: boolean;
  /** At most 3 characters. */
  CurrencyCode?: string | null;
  CurrencyRate: number;
  OcrNumber?: string | null;
  Message?: string | null;
  /** A moment in UTC. */
  CreatedUtc?: string | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  PlusGiroNumber?: string | null;
  BankGiroNumber?: string | null;
  Rows?: SupplierInvoiceRow[] | null;
  SupplierName?: string | null;
  SupplierNumber?: string | null;
  IsQuickInvoice: boolean;
  IsDomestic: boolean;
  RemainingAmount: number;
  RemainingAmountInvoiceCurrency: number;
  Number: number;
  NumberSeries?: string | null;
  VoucherNumber?: string | null;
  VoucherId: string;
  CreatedFromDraftId?: string | null;
  SelfEmployedWithoutFixedAddress: boolean;
  AllocationPeriods?: AllocationPeriod[] | null;
  AutoCreditDebitPairing: boolean;
  SupplierInvoiceOrigin: number;
  Attachments?: string[] | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  SetOffAmountInvoiceCurrency: number;
  /** 0 Draft, 1 Normal, 2 Deleted. */
  Status: OpenEnum<0 | 1 | 2>;
  PaymentStatus: OpenEnum<3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17>;
  PaymentFileStatus: OpenEnum<0 | 11 | 12 | 13 | 19 | 20 | 21 | 22 | 29 | 30 | 31 | 40 | 41 | 42 | 43 | 44 | 45 | 100>;
  SkipSendToBank?: boolean | null;
  AccountingTemplateId?: string | null;
  IsIncludedInVatReport: boolean;
  VatReportId?: string | null;
}

/** A supplier invoice, as it is sent. */
export interface SupplierInvoiceInput {
  readonly SupplierId: string;
  /** A date, `YYYY-MM-DD`. */
  readonly InvoiceDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DueDate?: string | null | undefined;
  readonly InvoiceNumber: string;
  readonly TotalAmount: number;
  readonly Vat?: number | undefined;
  readonly VatHigh?: number | undefined;
  readonly VatMedium?: number | undefined;
  readonly VatLow?: number | undefined;
  readonly IsCreditInvoice?: boolean | undefined;
  /** At most 3 characters. */
  readonly CurrencyCode?: string | null | undefined;
  readonly CurrencyRate?: number | undefined;
  readonly OcrNumber?: string | null | undefined;
  readonly Message?: string | null | undefined;
  readonly Rows?: readonly SupplierInvoiceRowInput[] | null | undefined;
  readonly AutoCreditDebitPairing?: boolean | undefined;
  readonly SupplierInvoiceOrigin?: number | undefined;
  readonly Attachments?: readonly string[] | null | undefined;
  readonly SkipSendToBank?: boolean | null | undefined;
  readonly AccountingTemplateId?: string | null | undefined;
}

/** A supplier invoice offset candidate, as the API answers it. */
export interface SupplierInvoiceOffsetCandidate {
  InvoiceId: string;
  InvoiceNumber?: string | null;
  /** A date. */
  InvoiceDate?: string | null;
  SupplierName?: string | null;
  RemainingAmount: number;
  CurrencyCode?: string | null;
}

/** A supplier invoice offset create, as it is sent. */
export interface SupplierInvoiceOffsetCreateInput {
  readonly DebitInvoiceIds: readonly string[];
  /** A date, `YYYY-MM-DD`. */
  readonly VoucherDate?: string | undefined;
}

/** A supplier invoice offset response, as the API answers it. */
export interface SupplierInvoiceOffsetResponse {
  CreditInvoiceId: string;
  DebitInvoiceId: string;
}

/** A supplier invoice offset undo response, as the API answers it. */
export interface SupplierInvoiceOffsetUndoResponse {
  ReversedVoucherIds: string[] | null;
}

/** A supplier invoice row, as the API answers it. */
export interface SupplierInvoiceRow {
  Id: string;
  /** From 1 to 9999999999. */
  AccountNumber: number;
  AccountName?: string | null;
  VatCodeId?: string | null;
  VatAmount?: number | null;
  ProportionalVatRateValue?: number | null;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  /** At most 2 decimals. */
  Quantity?: number | null;
  /** At most 2 decimals. */
  Weight?: number | null;
  /** A date. */
  DeliveryDate?: string | null;
  HarvestYear?: number | null;
  /** At most 2 decimals. */
  DebetAmount: number;
  /** At most 2 decimals. */
  CreditAmount: number;
  LineNumber: number;
  ProjectId?: string | null;
  /** At most 100 characters. */
  TransactionText?: string | null;
}

/** A supplier invoice row, as it is sent. */
export interface SupplierInvoiceRowInput {
  /** From 1 to 9999999999. */
  readonly AccountNumber?: number | undefined;
  readonly VatCodeId?: string | null | undefined;
  readonly VatAmount?: number | null | undefined;
  readonly ProportionalVatRateValue?: number | null | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | null | undefined;
  /** At most 2 decimals. */
  readonly Weight?: number | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly HarvestYear?: number | null | undefined;
  /** At most 2 decimals. */
  readonly DebetAmount?: number | undefined;
  /** At most 2 decimals. */
  readonly CreditAmount?: number | undefined;
  readonly ProjectId?: string | null | undefined;
  /** At most 100 characters. */
  readonly TransactionText?: string | null | undefined;
}

/** A transactional costs request, as it is sent. */
export interface TransactionalCostsRequestInput {
  readonly SupplierInvoice: SupplierInvoiceInput;
  readonly InterpretedAttachments: readonly AttachmentInterpretationInput[];
}

/** A validate document response, as the API answers it. */
export interface ValidateDocumentResponse {
  TransactionCostWillBeCharged: boolean;
  DisplayFirstTimeCostsInformation: boolean;
  DisplayConsultantBillingInformation: boolean;
  PricePerDocument?: number | null;
  PriceCurrency?: string | null;
}
