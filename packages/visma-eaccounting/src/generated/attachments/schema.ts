// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, oneOf, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type { Attachment, AttachmentUploadInput } from './types.ts';

export const attachmentModel = /* @__PURE__ */ new Model<Attachment, never>(() => ({
  Id: [uuid(), readOnly + key],
  ContentType: [text(), nullable],
  DocumentId: [uuid(), nullable],
  AttachedDocumentType: oneOf(0, 1, 2, 3, 4, 5, 6, 8),
  MessageThreads: [list(uuid()), nullable + readOnly],
  Notes: [list(uuid()), nullable + readOnly],
  PhotoSource: [oneOf(0, 1, 2, 3, 4, 100, 101, 102, 103, 105, 106), readOnly],
  FileName: [text(), nullable],
  TemporaryUrl: [text(), nullable],
  Comment: [text(), nullable],
  SupplierName: [text(), nullable],
  CurrencyCode: [text(), nullable],
  AmountInvoiceCurrency: decimal(),
  Type: oneOf(0, 1, 2),
  AttachmentStatus: oneOf(0, 1),
  UploadedBy: [text(), nullable + readOnly],
  ImageDate: [date(), readOnly],
  TransactionDate: [date(), nullable + readOnly],
  Ocr: [text(), nullable],
  InvoiceNumber: [text(), nullable],
  Vat: [decimal(), nullable],
  DueDate: [date(), nullable],
  SupplierCorporateIdentityNumber: [text(), nullable],
  PaymentDate: [date(), nullable],
}));

export const attachmentUploadModel = /* @__PURE__ */ new Model<never, AttachmentUploadInput>(() => ({
  Id: uuid(),
  ContentType: [text(15), required],
  FileName: [text(200), required],
  Data: [text(), nullable],
  Url: [text(), nullable],
  Comment: [text(), nullable],
}));
