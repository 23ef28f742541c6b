import { fileUpload, NotFoundError, type FileToUpload } from '@x/visma-eaccounting';
import type { ConnectorClient } from './client.ts';

/** The document that files go to: an invoice once there is one, until then its draft. */
export interface AttachmentTarget {
  readonly kind: 'invoice' | 'draft';
  readonly id: string;
}

/**
 * The names of the files on a document, or null when the document is gone: one call for the document
 * (`GET /customerinvoices/{id}` or `/customerinvoicedrafts/{id}`), one for each file that is on it.
 */
export async function attachedNames(
  client: ConnectorClient,
  { kind, id }: AttachmentTarget,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string> | null> {
  try {
    const document = await (kind === 'invoice' ? client.customerInvoices.get(id, { signal }) : client.customerInvoiceDrafts.get(id, { signal }));
    const names = new Set<string>();
    for (const attachmentId of document.SalesDocumentAttachments ?? []) {
      const { OriginalFilename } = await client.salesDocumentAttachments.get(attachmentId, { signal });
      names.add(OriginalFilename ?? '');
    }
    return names;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return null;
    }
    throw error;
  }
}

/** Attaches a file: `POST /salesdocumentattachments/customerinvoice` or `/customerinvoicedraft`. */
export async function attachFile(
  client: ConnectorClient,
  { kind, id }: AttachmentTarget,
  file: FileToUpload,
  options: { readonly signal: AbortSignal | undefined; readonly startBefore: number },
): Promise<void> {
  // The field is really spelled so.
  const body = { ...(await fileUpload(file)), DockumentId: id };
  await (kind === 'invoice'
    ? client.salesDocumentAttachments.createForCustomerInvoice(body, options)
    : client.salesDocumentAttachments.createForCustomerInvoiceDraft(body, options));
}
