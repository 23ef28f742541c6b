// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An attachment, as the API answers it. */
export interface Attachment {
  Id: string;
  ContentType?: string | null;
  DocumentId?: string | null;
  /**
   * 0 None, 1 SupplierInvoice, 2 Receipt, 3 Voucher, 4 SupplierInvoiceDraft, 5 AllocationPeriod, 6 Transfer, 8
   * BankTransaction.
   */
  AttachedDocumentType: OpenEnum<0 | 1 | 2 | 3 | 4 | 5 | 6 | 8>;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  /**
   * 0 Unknown, 1 VismaScannerApp, 2 CompanyEmail, 3 EmployeeEmail, 4 eAccountingApp, 100 DragAndDrop, 101 eInvoice, 102
   * ScanPDF, 103 ScanLetter, 105 Integration, 106 KivraCompanyMailbox.
   */
  PhotoSource: OpenEnum<0 | 1 | 2 | 3 | 4 | 100 | 101 | 102 | 103 | 105 | 106>;
  FileName?: string | null;
  TemporaryUrl?: string | null;
  Comment?: string | null;
  SupplierName?: string | null;
  CurrencyCode?: string | null;
  AmountInvoiceCurrency: number;
  /** 0 Invoice, 1 Receipt, 2 Document. */
  Type: OpenEnum<0 | 1 | 2>;
  /** 0 Matched, 1 Unmatched. */
  AttachmentStatus: OpenEnum<0 | 1>;
  UploadedBy?: string | null;
  /** A date. */
  ImageDate: string;
  /** A date. */
  TransactionDate?: string | null;
  Ocr?: string | null;
  InvoiceNumber?: string | null;
  Vat?: number | null;
  /** A date. */
  DueDate?: string | null;
  SupplierCorporateIdentityNumber?: string | null;
  /** A date. */
  PaymentDate?: string | null;
}

/** An attachment upload, as it is sent. */
export interface AttachmentUploadInput {
  readonly Id?: string | undefined;
  /** At most 15 characters. */
  readonly ContentType: string;
  /** At most 200 characters. */
  readonly FileName: string;
  readonly Data?: string | null | undefined;
  readonly Url?: string | null | undefined;
  readonly Comment?: string | null | undefined;
}
