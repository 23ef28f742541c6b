import type { CustomerInvoiceDraftValidationInput } from '@x/visma-eaccounting';
import { wireNumber } from './amounts.ts';
import type { ExpectedDocument } from './expected-document.ts';

/**
 * The body of `POST /customerinvoicedrafts/{id}/convert`: the expected totals and rows. Visma refuses to make an invoice
 * of a draft that shows anything else, which closes the gap between our last look and the conversion.
 */
export function convertBody(expected: ExpectedDocument): CustomerInvoiceDraftValidationInput {
  return {
    TotalAmountInvoiceCurrency: wireNumber(expected.totalAmount),
    TotalVatAmountInvoiceCurrency: wireNumber(expected.vatAmount),
    TotalRoundingsInvoiceCurrency: wireNumber(expected.roundings),
    Rows: expected.rows
      .filter((row) => !row.isTextRow)
      .map((row) => ({
        LineNumber: row.lineNumber,
        ...(expected.includesVat
          ? { TotalAmountIncVatInvoiceCurrency: wireNumber(row.amount ?? '0') }
          : { TotalAmountNoVatInvoiceCurrency: wireNumber(row.netAmount ?? '0') }),
      })),
  };
}
