import type { ItemRef } from './item-ref.ts';

/** A file of the time-tracking side: the receipt of an expense, a specification of hours, the PDF of an invoice. */
export interface SourceFile {
  /** Stable and unique in the account: what tells a file that is attached already from a new one. */
  readonly id: string;
  /** Name with its ending, as a person should see it; signs that Visma does not take become `_`. */
  readonly name: string;
  readonly contentType: 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff';
  readonly data: Uint8Array;
}

/** Optional: files of the time-tracking side that can be attached to documents in Visma. Ids of another account behave as unknown. */
export interface AttachmentSource {
  /**
   * The files of these items, in any order, each once also where several of the items share it; items without a file are
   * passed over. At most 100 items at once.
   */
  filesOf(accountId: string, refs: readonly ItemRef[], signal?: AbortSignal): Promise<readonly SourceFile[]>;
}
