import type { DecimalText, LocalDate } from '@x/billing-core';

/** One row as it must stand on the document in Visma. Amounts are in the document's currency. */
export interface ExpectedRow {
  readonly lineNumber: number;
  readonly isTextRow: boolean;
  readonly text: string;
  readonly articleId?: string;
  readonly quantity?: DecimalText;
  /** As sent: including VAT where the document includes VAT. */
  readonly unitPrice?: DecimalText;
  /** Quantity times unit price, as sent. */
  readonly amount?: DecimalText;
  /** The row without VAT. */
  readonly netAmount?: DecimalText;
  /** A percentage. */
  readonly vatRate?: DecimalText;
}

/** What a draft, and the invoice made of it, must show. Stored with the export, so that any later run can compare. */
export interface ExpectedDocument {
  readonly customerId: string;
  readonly currencyCode: string;
  readonly includesVat: boolean;
  readonly isCreditInvoice: boolean;
  readonly invoiceDate: LocalDate;
  readonly dueDate?: LocalDate;
  /** With VAT and rounding. */
  readonly totalAmount: DecimalText;
  readonly vatAmount: DecimalText;
  readonly roundings: DecimalText;
  readonly rows: readonly ExpectedRow[];
}
