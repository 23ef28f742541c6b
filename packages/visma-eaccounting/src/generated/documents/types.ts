// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A document, as the API answers it. */
export interface Document {
  Id: string;
  ContentType?: string | null;
  /** A moment in UTC. */
  CreatedUtc: string;
  Name?: string | null;
  NameWithoutExtension?: string | null;
  Size: number;
  Type: OpenEnum<0 | 1 | 2 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 20 | 21 | 30 | 40 | 41>;
  TemporaryUrl?: string | null;
  Title?: string | null;
}
