// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A customer label, as the API answers it. */
export interface CustomerLabel {
  Id: string;
  /** At most 50 characters. */
  Name: string;
  /** At most 400 characters. */
  Description?: string | null;
}

/** A customer label, as it is sent. */
export interface CustomerLabelInput {
  /** At most 50 characters. */
  readonly Name: string;
  /** At most 400 characters. */
  readonly Description?: string | null | undefined;
}
