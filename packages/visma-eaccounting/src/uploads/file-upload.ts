import { InvalidInputError } from '../errors/invalid-input-error.ts';

/** Kinds of files that the API takes. */
export type UploadContentType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff';

/** A file to attach. */
export interface FileToUpload {
  /** Letters, digits, spaces and `-_().`; other characters become `_`. */
  readonly fileName: string;
  readonly contentType: UploadContentType;
  readonly data: Uint8Array | Blob;
}

/** The fields of an upload that hold the file. */
export interface FileUpload {
  readonly FileName: string;
  readonly ContentType: UploadContentType;
  /** Base64. */
  readonly Data: string;
}

const chunk = 0x8000;

/** Base64 of bytes, without building a string of the whole file twice. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  // The arguments of a call are limited: a large file goes piece by piece.
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** Shortens a name without losing its ending, and never to half a character. */
function shortened(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  return name.slice(0, limit - ending.length).replace(/\p{Surrogate}$/u, '') + ending;
}

/**
 * Prepares a file for `attachments.create` or `salesDocumentAttachments.createFor...`:
 * `attachments.create(await fileUpload(file))`.
 * @param limit - longest name: 200 for vouchers and supplier invoices, 128 for sales documents
 * @throws InvalidInputError when the file is empty or its name is.
 */
export async function fileUpload(file: FileToUpload, limit = 128): Promise<FileUpload> {
  const bytes = file.data instanceof Uint8Array ? file.data : new Uint8Array(await file.data.arrayBuffer());
  const name = file.fileName.normalize('NFC').replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_').trim();
  const problems = [
    ...(name === '' ? [{ path: 'fileName', message: 'Invalid input: expected a name' }] : []),
    ...(bytes.length === 0 ? [{ path: 'data', message: 'Invalid input: expected a file that is not empty' }] : []),
  ];
  if (problems.length > 0) throw new InvalidInputError(problems);
  return { FileName: shortened(name, limit), ContentType: file.contentType, Data: base64(bytes) };
}
