// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A unit, as the API answers it. */
export interface Unit {
  Id: string;
  Name?: string | null;
  Code?: string | null;
  Abbreviation?: string | null;
  AbbreviationEnglish?: string | null;
}
