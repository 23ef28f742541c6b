// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An app store activation status, as the API answers it. */
export interface AppStoreActivationStatus {
  Id: string;
  /** 0 Active, 1 Inactive. */
  ActivationStatus: OpenEnum<0 | 1>;
  /** A moment in UTC. */
  ModifiedUtc: string;
}

/** An app store activation status, as it is sent. */
export interface AppStoreActivationStatusInput {
  /** 0 Active, 1 Inactive. */
  readonly ActivationStatus: 0 | 1;
}
