import { fileUpload, NotFoundError, type FileToUpload } from '@x/visma-eaccounting';
import type { ExportRecord } from '../ports/export-record.ts';
import type { ConnectorClient } from './client.ts';
import { openPayload } from './payloads.ts';

/** The document that files go to: an invoice once there is one, until then its draft; of a sales entry its voucher. */
export type AttachmentTarget =
  | { readonly kind: 'invoice' | 'draft'; readonly id: string }
  | { readonly kind: 'voucher'; readonly id: string; readonly fiscalYearId: string };

/** The files that Visma has. */
export interface FilesInVisma {
  /** Names of those on the document. */
  readonly names: ReadonlySet<string>;
  /** Of a voucher: files that were sent and are on no document yet, ids by name. */
  readonly loose: ReadonlyMap<string, string>;
}

interface SendOptions {
  readonly signal: AbortSignal | undefined;
  readonly startBefore: number;
}

/** `DocumentType` of `/attachmentlinks`. */
const voucherType = 3;

/** What the files of an export are attached to; null while it has no document. */
export function attachmentTarget({ kind, payload, documents }: ExportRecord): AttachmentTarget | null {
  const { draftId, invoiceId, voucherId } = documents;
  if (kind === 'sales-entry') {
    return voucherId === undefined ? null : { kind: 'voucher', id: voucherId, fiscalYearId: openPayload('sales-entry', payload).fiscalYearId };
  }
  if (invoiceId !== undefined) {
    return { kind: 'invoice', id: invoiceId };
  }
  return draftId === undefined ? null : { kind: 'draft', id: draftId };
}

/**
 * The files on a document, or null when the document is gone: one call for the document (`GET /customerinvoices/{id}`,
 * `/customerinvoicedrafts/{id}` or `/vouchers/{fiscalyearId}/{voucherId}`), one for each file that is on it; of a voucher
 * also the files that are on no document (`GET /attachments`).
 */
export async function filesInVisma(
  client: ConnectorClient,
  target: AttachmentTarget,
  signal: AbortSignal | undefined,
): Promise<FilesInVisma | null> {
  try {
    return await (target.kind === 'voucher' ? onVoucher(client, target, signal) : onSalesDocument(client, target, signal));
  } catch (error) {
    if (error instanceof NotFoundError) {
      return null;
    }
    throw error;
  }
}

async function onSalesDocument(
  client: ConnectorClient,
  { kind, id }: Exclude<AttachmentTarget, { kind: 'voucher' }>,
  signal: AbortSignal | undefined,
): Promise<FilesInVisma> {
  const document = await (kind === 'invoice' ? client.customerInvoices.get(id, { signal }) : client.customerInvoiceDrafts.get(id, { signal }));
  const names = new Set<string>();
  for (const attachmentId of document.SalesDocumentAttachments ?? []) {
    const { OriginalFilename } = await client.salesDocumentAttachments.get(attachmentId, { signal });
    names.add(OriginalFilename ?? '');
  }
  return { names, loose: new Map() };
}

async function onVoucher(
  client: ConnectorClient,
  { id, fiscalYearId }: Extract<AttachmentTarget, { kind: 'voucher' }>,
  signal: AbortSignal | undefined,
): Promise<FilesInVisma> {
  const voucher = await client.vouchers.get(fiscalYearId, id, { signal });
  const names = new Set<string>();
  for (const attachmentId of voucher.Attachments?.AttachmentIds ?? []) {
    const { FileName } = await client.attachments.get(attachmentId, { signal });
    names.add(FileName ?? '');
  }
  const loose = new Map<string, string>();
  const unlinked = { pageSize: 1000, includeMatched: false, includeTemporaryUrl: false };
  for await (const { Id, FileName } of client.attachments.list(unlinked, { signal })) {
    loose.set(FileName ?? '', Id);
  }
  return { names, loose };
}

/**
 * Attaches a file: `POST /salesdocumentattachments/customerinvoice` or `/customerinvoicedraft`; to a voucher in two steps,
 * `POST /attachments` and `POST /attachmentlinks`, the first one only where the file is not among the `loose` ones already.
 */
export async function attachFile(
  client: ConnectorClient,
  { kind, id }: AttachmentTarget,
  file: FileToUpload,
  loose: FilesInVisma['loose'],
  options: SendOptions,
): Promise<void> {
  const upload = await fileUpload(file);
  if (kind === 'voucher') {
    const attachmentId = loose.get(upload.FileName) ?? (await client.attachments.create(upload, options)).Id;
    await client.attachmentLinks.create({ DocumentId: id, DocumentType: voucherType, AttachmentIds: [attachmentId] }, options);
    return;
  }
  // The field is really spelled so.
  const body = { ...upload, DockumentId: id };
  await (kind === 'invoice'
    ? client.salesDocumentAttachments.createForCustomerInvoice(body, options)
    : client.salesDocumentAttachments.createForCustomerInvoiceDraft(body, options));
}
