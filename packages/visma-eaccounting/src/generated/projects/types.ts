// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A project, as the API answers it. */
export interface Project {
  Id: string;
  /** At most 9 characters. */
  Number: string;
  /** At most 200 characters. */
  Name: string;
  /** A date. */
  StartDate: string;
  /** A date. */
  EndDate?: string | null;
  CustomerId?: string | null;
  CustomerName?: string | null;
  /** At most 500 characters. */
  Notes?: string | null;
  /** 1 Ongoing, 2 Finished. */
  Status: OpenEnum<1 | 2>;
  /** A moment in UTC. */
  ModifiedUtc: string;
}

/** A project, as it is sent. */
export interface ProjectInput {
  /** At most 9 characters. */
  readonly Number: string;
  /** At most 200 characters. */
  readonly Name: string;
  /** A date, `YYYY-MM-DD`. */
  readonly StartDate: string;
  /** A date, `YYYY-MM-DD`. */
  readonly EndDate?: string | null | undefined;
  readonly CustomerId?: string | null | undefined;
  /** At most 500 characters. */
  readonly Notes?: string | null | undefined;
  /** 1 Ongoing, 2 Finished. */
  readonly Status: 1 | 2;
}
