import { complete } from '../models/complete.ts';
import type { SalesAttachmentRecord } from '../state/sales-records.ts';
import { utcNow } from '../state/world.ts';
import { created, done, ok } from '../wire/answer.ts';
import { textIn, textOf } from '../wire/fields.ts';
import { invalid } from '../wire/refusal.ts';
import { checkUpload } from './attachments.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';
import { pdfWith } from './pdf.ts';

const model = 'SalesDocumentAttachmentApi';
const kinds = [
  { name: 'customerinvoice', idName: 'customerInvoiceId', type: 1 },
  { name: 'customerinvoicedraft', idName: 'customerInvoiceDraftId', type: 2 },
  { name: 'order', idName: 'orderId', type: 3 },
  { name: 'quote', idName: 'quoteId', type: 4 },
] as const;

/** The document's list of attachments, which it shows in its own answer. */
function documentOf({ company }: Call, type: number, id: string) {
  const tables = [company.invoices, company.drafts, company.plain('/orders'), company.plain('/quotes')];
  return tables[type - 1]?.get(id);
}

function upload(call: Call, type: number): SalesAttachmentRecord {
  const body = bodyOf(call, 'SalesDocumentAttachmentUploadApi', (given) => checkUpload(given, /^[^\\/:*?"<>|]+$/));
  const documentId = textOf(body, 'DockumentId');
  const document = documentOf(call, type, documentId);
  if (!document) throw invalid([{ field: 'DockumentId', message: 'The document does not exist.' }]);
  const id = call.world.ids.guid('sales-attachment');
  const earlier = document['SalesDocumentAttachments'];
  document['SalesDocumentAttachments'] = [...(Array.isArray(earlier) ? earlier : []), id];
  return {
    Id: id,
    DocumentId: documentId,
    DocumentType: type,
    OriginalFilename: textOf(body, 'FileName'),
    DocumentSize: Math.floor(((textIn(body, 'Data') ?? '').length * 3) / 4),
    CreatedUtc: utcNow(call.world),
    CreatedBy: call.session.email,
    Thumbnail: null,
  };
}

function remove(call: Call, type: number, idName: string) {
  const attachment = needed(call.company.salesAttachments, param(call, 'attachmentId'), 'SalesDocumentAttachment');
  const document = documentOf(call, type, param(call, idName));
  const list = document?.['SalesDocumentAttachments'];
  if (document && Array.isArray(list)) document['SalesDocumentAttachments'] = list.filter((id) => id !== attachment.Id);
  call.company.salesAttachments.delete(attachment.Id);
  return done();
}

function post(path: string, type: number): Operation {
  return {
    method: 'POST',
    path,
    scopes: scopes.writeSales,
    handle: (call) => created(complete(model, call.company.salesAttachments.put(upload(call, type)))),
  };
}

/** /salesdocumentattachments: files for drafts, invoices, orders, quotes. The body's id is really spelled DockumentId. */
export const salesDocumentAttachments: readonly Operation[] = [
  {
    method: 'GET',
    path: '/salesdocumentattachments',
    scopes: scopes.writeSales,
    handle: (call) => listAnswer(call, '/salesdocumentattachments', model, call.company.salesAttachments.all()),
  },
  post('/salesdocumentattachments', 2),
  ...kinds.flatMap(({ name, idName, type }): Operation[] => [
    post(`/salesdocumentattachments/${name}`, type),
    {
      method: 'DELETE',
      path: `/salesdocumentattachments/${name}/{${idName}}/{attachmentId}`,
      scopes: scopes.writeSales,
      handle: (call) => remove(call, type, idName),
    },
  ]),
  {
    method: 'DELETE',
    path: '/salesdocumentattachments/{customerInvoiceDraftId}/{attachmentId}',
    scopes: scopes.writeSales,
    handle: (call) => remove(call, 2, 'customerInvoiceDraftId'),
  },
  {
    method: 'GET',
    path: '/salesdocumentattachments/{attachmentId}.pdf',
    scopes: scopes.writeSales,
    handle: (call) => {
      const attachment = needed(call.company.salesAttachments, param(call, 'attachmentId'), 'SalesDocumentAttachment');
      return { status: 200, headers: { 'content-type': 'application/pdf' }, bytes: pdfWith(attachment.OriginalFilename) };
    },
  },
  {
    method: 'GET',
    path: '/salesdocumentattachments/{attachmentId}',
    scopes: scopes.writeSales,
    handle: (call) =>
      ok(complete(model, needed(call.company.salesAttachments, param(call, 'attachmentId'), 'SalesDocumentAttachment'))),
  },
];
