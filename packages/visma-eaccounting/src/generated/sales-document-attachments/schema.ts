// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { int, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { SalesDocumentAttachment, SalesDocumentAttachmentUploadInput } from './types.ts';

export const salesDocumentAttachmentModel = /* @__PURE__ */ new Model<SalesDocumentAttachment, never>(() => ({
  Id: [uuid(), key],
  DocumentId: [uuid(), nullable],
  DocumentType: oneOf(0, 1, 2, 3, 4, 5, 6),
  OriginalFilename: [text(), nullable],
  DocumentSize: int(),
  CreatedUtc: [timestamp(), readOnly],
  CreatedBy: [text(), nullable],
  Thumbnail: [text(), nullable],
}));

export const salesDocumentAttachmentUploadModel = /* @__PURE__ */ new Model<never, SalesDocumentAttachmentUploadInput>(() => ({
  ContentType: [text(15), required],
  FileName: [text(128), required],
  DockumentId: [uuid(), required],
  Data: [text(), nullable],
  Url: [text(), nullable],
}));
