import type { ExportDocuments, ExportRecord } from '../ports/export-record.ts';

/** A document of Visma that belongs to an export: what it is, and where the API has it. */
export interface ExportedDocument {
  readonly what: 'draft' | 'invoice' | 'ledger item' | 'voucher' | 'customer';
  readonly id: string;
  /** Path below the API's base URL. */
  readonly path: string;
}

const places = {
  draftId: ['draft', '/customerinvoicedrafts'],
  invoiceId: ['invoice', '/customerinvoices'],
  ledgerItemId: ['ledger item', '/customerledgeritems'],
  voucherId: ['voucher', '/vouchers'],
  customerId: ['customer', '/customers'],
} as const satisfies Record<keyof ExportDocuments, readonly [ExportedDocument['what'], string]>;

/** The documents of an export. A draft that became an invoice is named as the invoice alone: Visma no longer has it. */
export function exportedDocuments({ documents }: ExportRecord): readonly ExportedDocument[] {
  return (Object.keys(places) as (keyof ExportDocuments)[]).flatMap((field) => {
    const id = documents[field];
    if (id === undefined || (field === 'draftId' && documents.invoiceId !== undefined)) return [];
    const [what, path] = places[field];
    return [{ what, id, path: `${path}/${encodeURIComponent(id)}` }];
  });
}

/** Where an export stands, as a sentence for a person who looks after the books. */
export function exportSentence(record: ExportRecord): string {
  const { documents, reason } = record;
  const thing = record.kind === 'sales-entry' ? 'booking' : record.kind === 'customer' ? 'customer' : documents.invoiceId === undefined ? 'draft invoice' : 'invoice';
  const because = reason === null ? '' : ` ${reason.message}`;
  switch (record.state) {
    case 'claimed':
      return `A ${thing} is about to be written; nothing was sent yet.`;
    case 'writing':
      return `A ${thing} is being written; whether Visma has it is not known yet. The next reconcile finds out.`;
    case 'in-doubt':
      return `A ${thing} was sent and the answer was lost. It is not sent again before Visma was asked twice; reconcile does that.`;
    case 'stored':
      return `The ${thing} is in Visma and is still to be compared.${because}`;
    case 'converting':
      return 'The draft is being made a final invoice; whether that happened is not known yet. The next reconcile finds out.';
    case 'written':
      return `The ${thing} is in Visma; the source is being marked.`;
    case 'exported':
      return `The ${thing} is in Visma.`;
    case 'held':
      return `The ${thing} is stopped and waits for a person.${because}`;
    case 'draft-missing':
      return `The draft is no longer in Visma, and no invoice was made of it. A person has to say what happened to it.${because}`;
    case 'undoing':
      return `The ${thing} is being taken back.`;
    case 'replacing':
      return 'The draft is being replaced by a new one for the same items.';
    case 'released':
      return `Given up before anything was sent.${because}`;
    case 'rejected':
      return `Visma refused it.${because}`;
    case 'stale':
      return `Not sent, because the source had changed.${because}`;
    case 'not-written':
      return `Visma does not have it, which was proved by two look-ups.${because}`;
    case 'undone':
      return `Taken back; the items have the status that they had before.${because}`;
  }
}
