// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A discount agreement, as the API answers it. */
export interface DiscountAgreement {
  Id: string;
  Name?: string | null;
  Number: number;
  Notes?: string | null;
  IsActive: boolean;
  /** A moment in UTC. */
  ChangedUtc: string;
}
