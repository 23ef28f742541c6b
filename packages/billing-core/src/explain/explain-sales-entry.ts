import type { Explanation } from '../model/explanation.ts';
import type { SalesEntry, SalesEntryRow } from '../model/sales-entry.ts';

function explainRow(row: SalesEntryRow, { invoiceId }: SalesEntry): Explanation {
  const onDebit = row.credit === '0.00';
  const vat = row.vatKind === undefined ? '' : `, ${row.vatKind} ${row.vatRate ?? ''} %`;
  return {
    label: `${row.role} on account ${row.account}`,
    amount: onDebit ? row.debit : row.credit,
    reason: `${onDebit ? 'debit' : 'credit'}${vat}`,
    sources: [],
    parts: row.parts.map(({ invoiceRow, description, amount }) => ({
      label: `row ${invoiceRow + 1} of the invoice${description && `, ${description}`}`,
      amount,
      reason: 'its part of the printed figures',
      sources: [{ kind: 'invoice', id: invoiceId }],
      parts: [],
    })),
  };
}

/** Every amount of a sales entry back to the rows of its invoice. */
export function explainSalesEntry(entry: SalesEntry): Explanation {
  const { invoiceNumberText, totalAmount, netAmount, vatAmount, roundingAmount, currencyCode } = entry;
  return {
    label: `${entry.isCreditInvoice ? 'Credit invoice' : 'Invoice'} ${invoiceNumberText}`,
    amount: totalAmount,
    reason: `net ${netAmount}, VAT ${vatAmount}, rounding ${roundingAmount}, ${currencyCode}, as printed`,
    sources: [{ kind: 'invoice', id: entry.invoiceId }],
    parts: entry.rows.map((row) => explainRow(row, entry)),
  };
}
