import type { FakeVisma } from '@x/visma-eaccounting/testing';

/** A document in the books that names hours, as the checker and the people see it. */
export interface BookedDocument {
  readonly id: string;
  readonly stage: 'draft' | 'final';
  /** Whether it was voided or credited, or is the credit itself. */
  readonly void: boolean;
  /** Hours that its rows name, with their minutes. */
  readonly hours: readonly { readonly id: string; readonly minutes: number }[];
  /** Net amount of the document in cents. */
  readonly net: number;
}

interface Row {
  readonly Text: string | null;
  readonly Amount: number;
  readonly IsTextRow?: unknown;
}

/** Text of a row for one hour. */
export function rowText(id: string, minutes: number): string {
  return `Werk time:${id} (${minutes} min)`;
}

/** All drafts and invoices of the company that name hours. */
export function documentsOf(fake: FakeVisma, company: string): BookedDocument[] {
  const books = fake.books.of(company);
  const drafts = books.drafts.map((draft) => document(draft.Id, 'draft', false, draft.Rows));
  const invoices = books.invoices.map((invoice) => {
    const credited = Array.isArray(invoice['CreditedBy']) && invoice['CreditedBy'].length > 0;
    const credits = typeof invoice['ReferringInvoiceId'] === 'string';
    const rows = invoice.Rows.map((row) => ({ ...row, Amount: row.AmountNoVat }));
    return document(invoice.Id, 'final', credited || credits, rows);
  });
  return [...drafts, ...invoices].filter((each) => each.hours.length > 0);
}

function document(id: string, stage: 'draft' | 'final', isVoid: boolean, rows: readonly Row[]): BookedDocument {
  const hours = rows.flatMap((row) => {
    const found = /time:(\d+) \((\d+) min\)/.exec(row.Text ?? '');
    return found ? [{ id: found[1] ?? '', minutes: Number(found[2]) }] : [];
  });
  const net = rows.filter((row) => row.IsTextRow !== true).reduce((sum, row) => sum + Math.round(row.Amount * 100), 0);
  return { id, stage, void: isVoid, hours, net };
}
