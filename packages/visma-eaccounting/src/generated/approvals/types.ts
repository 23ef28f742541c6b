// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An approval, as it is sent. */
export interface ApprovalInput {
  /** 0 None, 1 Approved, 2 Rejected, 3 ReadyForApproval. */
  readonly DocumentApprovalStatus: 0 | 1 | 2 | 3;
  /** At most 200 characters. */
  readonly RejectionMessage?: string | null | undefined;
  readonly RejectionMessageReceivers?: readonly string[] | null | undefined;
}

/** An approval response, as the API answers it. */
export interface ApprovalResponse {
  DocumentId: string;
  /** 0 None, 1 SupplierInvoiceDraft, 2 SupplierInvoice. */
  DocumentType: OpenEnum<0 | 1 | 2>;
  /** 0 None, 1 Approved, 2 Rejected, 3 ReadyForApproval. */
  DocumentApprovalStatus: OpenEnum<0 | 1 | 2 | 3>;
}
