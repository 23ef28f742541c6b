// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A sales document attachment, as the API answers it. */
export interface SalesDocumentAttachment {
  Id: string;
  DocumentId?: string | null;
  DocumentType: OpenEnum<0 | 1 | 2 | 3 | 4 | 5 | 6>;
  OriginalFilename?: string | null;
  DocumentSize: number;
  /** A moment in UTC. */
  CreatedUtc: string;
  CreatedBy?: string | null;
  Thumbnail?: string | null;
}

/** A sales document attachment upload, as it is sent. */
export interface SalesDocumentAttachmentUploadInput {
  /** At most 15 characters. */
  readonly ContentType: string;
  /** At most 128 characters. */
  readonly FileName: string;
  readonly DockumentId: string;
  readonly Data?: string | null | undefined;
  readonly Url?: string | null | undefined;
}
