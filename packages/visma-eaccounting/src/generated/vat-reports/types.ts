// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A document approval event, as the API answers it. */
export interface DocumentApprovalEvent {
  /** 0 None, 1 Approved, 2 Rejected, 3 ReadyForApproval. */
  DocumentApprovalStatus: OpenEnum<0 | 1 | 2 | 3>;
  /** A moment in UTC. */
  CreatedUtc: string;
  CreatedByUserId: string;
}

/** A VAT report, as the API answers it. */
export interface VatReport {
  Id: string;
  Name: string;
  /** A date. */
  StartDate: string;
  /** A date. */
  EndDate: string;
  /** 0 None, 1 Approved, 2 Rejected, 3 ReadyForApproval. */
  DocumentApprovalStatus: OpenEnum<0 | 1 | 2 | 3>;
  DocumentId?: string | null;
  /** A moment in UTC. */
  CreatedUtc?: string | null;
  IsRegretted: boolean;
  RegrettedByUserId?: string | null;
  /** A date. */
  RegrettedDate?: string | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  SentForApprovalByUserId?: string | null;
  VoucherId?: string | null;
  TotalAmount: number;
  ApprovalEventsHistory?: DocumentApprovalEvent[] | null;
}
