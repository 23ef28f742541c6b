// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { CostCenterItem } from '../cost-center-items/types.ts';

/** A cost center, as the API answers it. */
export interface CostCenter {
  /** At most 20 characters. */
  Name: string;
  Number: number;
  IsActive: boolean;
  Items?: CostCenterItem[] | null;
  Id: string;
}

/** A cost center, as it is sent. */
export interface CostCenterInput {
  /** At most 20 characters. */
  readonly Name: string;
  readonly IsActive?: boolean | undefined;
}
