// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A user, as the API answers it. */
export interface User {
  Id: string;
  Email?: string | null;
  FirstName?: string | null;
  LastName?: string | null;
  IsActive: boolean;
  IsCurrentUser: boolean;
  IsConsultant: boolean;
  HasPurchaseInvoicesApprovalPermission: boolean;
  HasVATReportsApprovalPermission: boolean;
}
