import type { CompanyState } from '../state/company.ts';
import type { AttachmentRecord, VoucherRecord } from '../state/ledger-records.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { invalid } from '../wire/refusal.ts';

const voucherType = 3;

/** The attachments that a voucher's body names; refuses unknown ones. */
export function attachmentsIn(company: CompanyState, body: WireObject, at: string): AttachmentRecord[] {
  const link = body['Attachments'];
  const ids = isWireObject(link) && Array.isArray(link['AttachmentIds']) ? link['AttachmentIds'] : [];
  return ids.map((id) => {
    const attachment = typeof id === 'string' ? company.attachments.get(id) : undefined;
    if (!attachment) throw invalid([{ field: `${at}Attachments.AttachmentIds`, message: 'The attachment does not exist.' }]);
    return attachment;
  });
}

/** Hangs attachments on a document; a voucher shows its own from then on. */
export function attach(company: CompanyState, documentId: string, documentType: unknown, attachments: readonly AttachmentRecord[]): void {
  for (const attachment of attachments) {
    const before = attachment['DocumentId'];
    Object.assign(attachment, { DocumentId: documentId, AttachedDocumentType: documentType, AttachmentStatus: 0 });
    if (typeof before === 'string' && before !== documentId) show(company, before);
  }
  show(company, documentId);
}

/** Takes an attachment off its document; the file stays. */
export function detach(company: CompanyState, attachment: AttachmentRecord): void {
  const before = attachment['DocumentId'];
  Object.assign(attachment, { DocumentId: null, AttachedDocumentType: 0, AttachmentStatus: 1 });
  if (typeof before === 'string') show(company, before);
}

function show(company: CompanyState, voucherId: string): void {
  const voucher = company.vouchers.get(voucherId);
  if (!voucher) return;
  const own = company.attachments.all().filter((each) => each['DocumentId'] === voucherId && each['AttachedDocumentType'] === voucherType);
  voucher['Attachments'] = { DocumentId: voucherId, DocumentType: voucherType, AttachmentIds: own.map(({ Id }) => Id) };
}

/** Hangs attachments on a voucher that is in the books. */
export function attachToVoucher(company: CompanyState, voucher: VoucherRecord, attachments: readonly AttachmentRecord[]): void {
  attach(company, voucher.Id, voucherType, attachments);
}
