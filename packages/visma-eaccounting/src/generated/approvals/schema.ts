// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { oneOf, text, uuid } from '../../schemas/leaves.ts';
import { Model, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type { ApprovalInput, ApprovalResponse } from './types.ts';

export const approvalModel = /* @__PURE__ */ new Model<never, ApprovalInput>(() => ({
  DocumentApprovalStatus: [oneOf(0, 1, 2, 3), required],
  RejectionMessage: [text(200), nullable],
  RejectionMessageReceivers: [list(uuid()), nullable],
}));

export const approvalResponseModel = /* @__PURE__ */ new Model<ApprovalResponse, never>(() => ({
  DocumentId: [uuid(), readOnly],
  DocumentType: [oneOf(0, 1, 2), readOnly],
  DocumentApprovalStatus: [oneOf(0, 1, 2, 3), readOnly],
}));
