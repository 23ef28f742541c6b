// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A note, as the API answers it. */
export interface Note {
  Id: string;
  UserId: string;
  AttachedTo?: string | null;
  /** At most 256 characters. */
  Text: string;
  /** At most 40 characters. */
  Subject?: string | null;
  /** From 0 to 21. */
  DocumentType: number;
  /** A moment in UTC. */
  CreatedUtc: string;
  /** A moment in UTC. */
  ModifiedUtc: string;
  IsDone: boolean;
}

/** A note, as it is sent. */
export interface NoteInput {
  readonly AttachedTo?: string | null | undefined;
  /** At most 256 characters. */
  readonly Text: string;
  /** At most 40 characters. */
  readonly Subject?: string | null | undefined;
  /** From 0 to 21. */
  readonly DocumentType?: number | undefined;
  readonly IsDone?: boolean | undefined;
}
