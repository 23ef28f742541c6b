// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type { DocumentApprovalEvent, VatReport } from './types.ts';

export const documentApprovalEventModel = /* @__PURE__ */ new Model<DocumentApprovalEvent, never>(() => ({
  DocumentApprovalStatus: [oneOf(0, 1, 2, 3), readOnly],
  CreatedUtc: [timestamp(), readOnly],
  CreatedByUserId: [uuid(), readOnly],
}));

export const vatReportModel = /* @__PURE__ */ new Model<VatReport, never>(() => ({
  Id: [uuid(), readOnly + required + key],
  Name: [text(Infinity, 1), readOnly + required],
  StartDate: [date(), readOnly],
  EndDate: [date(), readOnly],
  DocumentApprovalStatus: [oneOf(0, 1, 2, 3), readOnly],
  DocumentId: [uuid(), nullable + readOnly],
  CreatedUtc: [timestamp(), nullable + readOnly],
  IsRegretted: [bool(), readOnly],
  RegrettedByUserId: [uuid(), nullable + readOnly],
  RegrettedDate: [date(), nullable + readOnly],
  ModifiedUtc: [timestamp(), nullable + readOnly],
  SentForApprovalByUserId: [uuid(), nullable + readOnly],
  VoucherId: [uuid(), nullable + readOnly],
  TotalAmount: [decimal(), readOnly],
  ApprovalEventsHistory: [list(documentApprovalEventModel), nullable + readOnly],
}));
