// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** An article label, as the API answers it. */
export interface ArticleLabel {
  Id: string;
  /** At most 50 characters. */
  Name: string;
  /** At most 400 characters. */
  Description?: string | null;
}

/** An article label, as it is sent. */
export interface ArticleLabelInput {
  /** At most 50 characters. */
  readonly Name: string;
  /** At most 400 characters. */
  readonly Description?: string | null | undefined;
}
