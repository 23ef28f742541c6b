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

/** Hangs attachments on a voucher that is in the books. */
export function attach(voucher: VoucherRecord, attachments: readonly AttachmentRecord[]): void {
  for (const attachment of attachments) {
    Object.assign(attachment, { DocumentId: voucher.Id, AttachedDocumentType: voucherType, AttachmentStatus: 0 });
  }
  voucher['Attachments'] = { DocumentId: voucher.Id, DocumentType: voucherType, AttachmentIds: attachments.map(({ Id }) => Id) };
}
