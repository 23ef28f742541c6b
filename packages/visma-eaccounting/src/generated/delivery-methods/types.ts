// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A delivery method, as the API answers it. */
export interface DeliveryMethod {
  Id: string;
  /** At most 100 characters. */
  Name: string;
  /** At most 200 characters. */
  NameEnglish?: string | null;
  /** At most 20 characters. */
  Code?: string | null;
}

/** A delivery method, as it is sent. */
export interface DeliveryMethodInput {
  /** At most 100 characters. */
  readonly Name: string;
  /** At most 200 characters. */
  readonly NameEnglish?: string | null | undefined;
  /** At most 20 characters. */
  readonly Code?: string | null | undefined;
}
