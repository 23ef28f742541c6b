// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An attachment link, as the API answers it. */
export interface AttachmentLink {
  DocumentId: string;
  /**
   * 0 None, 1 SupplierInvoice, 2 Receipt, 3 Voucher, 4 SupplierInvoiceDraft, 5 AllocationPeriod, 6 Transfer, 8
   * BankTransaction.
   */
  DocumentType: OpenEnum<0 | 1 | 2 | 3 | 4 | 5 | 6 | 8>;
  AttachmentIds: string[];
}

/** An attachment link, as it is sent. */
export interface AttachmentLinkInput {
  readonly DocumentId?: string | undefined;
  /**
   * 0 None, 1 SupplierInvoice, 2 Receipt, 3 Voucher, 4 SupplierInvoiceDraft, 5 AllocationPeriod, 6 Transfer, 8
   * BankTransaction.
   */
  readonly DocumentType: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 8;
  readonly AttachmentIds: readonly string[];
}
