// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A cost center item, as the API answers it. */
export interface CostCenterItem {
  CostCenterId: string;
  Id?: string | null;
  /** At most 50 characters. */
  Name: string;
  /** At most 9 characters. */
  ShortName: string;
  IsActive: boolean;
  /** A moment in UTC. */
  CreatedUtc: string;
}

/** A cost center item, as it is sent. */
export interface CostCenterItemInput {
  readonly CostCenterId: string;
  /** At most 50 characters. */
  readonly Name: string;
  /** At most 9 characters. */
  readonly ShortName: string;
  readonly IsActive: boolean;
}
