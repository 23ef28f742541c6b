import { attach, detach } from '../ledger/voucher-attachments.ts';
import { complete } from '../models/complete.ts';
import type { AttachmentRecord } from '../state/ledger-records.ts';
import { utcNow } from '../state/world.ts';
import { created, done, ok } from '../wire/answer.ts';
import { textIn, textOf } from '../wire/fields.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { type FieldError, invalid } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, flag, param } from './operation.ts';

const readers = ['ea:accounting', 'ea:accounting_readonly', 'ea:purchase', 'ea:purchase_readonly'];
const writers = ['ea:accounting', 'ea:purchase'];
const contentTypes = ['image/jpeg', 'image/png', 'image/tiff', 'application/pdf'];
const documentTypes = ['None', 'SupplierInvoice', 'Receipt', 'Voucher', 'SupplierInvoiceDraft', 'AllocationPeriod', 'Transfer'];

/** What is wrong with an upload: its type, its name, its content. */
export function checkUpload(body: WireObject, fileName: RegExp): FieldError[] {
  const problems: FieldError[] = [];
  if (!contentTypes.includes(textOf(body, 'ContentType'))) {
    problems.push({ field: 'ContentType', message: `must be one of ${contentTypes.join(', ')}` });
  }
  if (!fileName.test(textOf(body, 'FileName'))) problems.push({ field: 'FileName', message: 'contains characters that are not allowed' });
  const data = textIn(body, 'Data');
  if (!data && !textIn(body, 'Url')) problems.push({ field: 'Data', message: 'is required if Url is not provided' });
  if (data && !/^[A-Za-z0-9+/]+={0,2}$/.test(data)) problems.push({ field: 'Data', message: 'must be base64' });
  return problems;
}

function upload(call: Call): AttachmentRecord {
  const body = bodyOf(call, 'AttachmentUploadApi', (given) => checkUpload(given, /^[\p{L}\d\-_() .]+$/u));
  const id = call.world.ids.guid('attachment');
  return {
    Id: id,
    ContentType: textOf(body, 'ContentType'),
    FileName: textOf(body, 'FileName'),
    Comment: body['Comment'] ?? null,
    DocumentId: null,
    AttachedDocumentType: 0,
    AttachmentStatus: 1,
    PhotoSource: 105,
    TemporaryUrl: `${new URL(call.world.options.apiUrl).origin}/temporaryfiles/${id}`,
    UploadedBy: call.session.email,
    ImageDate: utcNow(call.world),
    Type: 2,
  };
}

/** The link's body, with a document type given by name turned into its number where that is tolerated. */
function linkBody(call: Call): Call {
  if (!call.world.leniency.enumNamesAccepted || !isWireObject(call.body)) return call;
  const number = documentTypes.indexOf(textOf(call.body, 'DocumentType'));
  return number < 0 ? call : { ...call, body: { ...call.body, DocumentType: number } };
}

/** /attachments and /attachmentlinks: files for vouchers and the supplier side. */
export const attachments: readonly Operation[] = [
  {
    method: 'GET',
    path: '/attachments',
    scopes: readers,
    handle: (call) => {
      const matched = flag(call, 'includeMatched', true);
      const withUrl = flag(call, 'includeTemporaryUrl', true);
      const kept = call.company.attachments.all().filter((each) => matched || each['AttachmentStatus'] === 1);
      return listAnswer(call, '/attachments', 'Attachment', kept.map((each) => (withUrl ? each : { ...each, TemporaryUrl: null })));
    },
  },
  {
    method: 'POST',
    path: '/attachments',
    scopes: writers,
    handle: (call) => created(complete('Attachment', call.company.attachments.put(upload(call)))),
  },
  {
    method: 'GET',
    path: '/attachments/{attachmentId}',
    scopes: readers,
    handle: (call) => ok(complete('Attachment', needed(call.company.attachments, param(call, 'attachmentId'), 'Attachment'))),
  },
  {
    method: 'DELETE',
    path: '/attachments/{attachmentId}',
    scopes: writers,
    handle: (call) => {
      call.company.attachments.delete(needed(call.company.attachments, param(call, 'attachmentId'), 'Attachment').Id);
      return done();
    },
  },
  {
    method: 'POST',
    path: '/attachmentlinks',
    scopes: writers,
    handle: (call) => {
      const body = bodyOf(linkBody(call), 'AttachmentLinkApi');
      const ids = Array.isArray(body['AttachmentIds']) ? body['AttachmentIds'].map(String) : [];
      const found = ids.flatMap((id) => call.company.attachments.get(id) ?? []);
      if (found.length < ids.length) throw invalid([{ field: 'AttachmentIds', message: 'An attachment does not exist.' }]);
      attach(call.company, textOf(body, 'DocumentId'), body['DocumentType'], found);
      return ok(complete('AttachmentLinkApi', body));
    },
  },
  {
    method: 'DELETE',
    path: '/attachmentlinks/{attachmentId}',
    scopes: writers,
    handle: (call) => {
      detach(call.company, needed(call.company.attachments, param(call, 'attachmentId'), 'Attachment'));
      return done();
    },
  },
];
