// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { User } from './types.ts';

export const userModel = /* @__PURE__ */ new Model<User, never>(() => ({
  Id: [uuid(), readOnly + key],
  Email: [text(), nullable],
  FirstName: [text(), nullable],
  LastName: [text(), nullable],
  IsActive: bool(),
  IsCurrentUser: bool(),
  IsConsultant: bool(),
  HasPurchaseInvoicesApprovalPermission: bool(),
  HasVATReportsApprovalPermission: bool(),
}));
