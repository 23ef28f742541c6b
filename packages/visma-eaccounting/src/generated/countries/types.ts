// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A country, as the API answers it. */
export interface Country {
  Name?: string | null;
  NameEnglish?: string | null;
  Code?: string | null;
  IsEuMember: boolean;
}
