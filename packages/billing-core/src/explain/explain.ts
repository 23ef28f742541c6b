import type { Explanation } from '../model/explanation.ts';
import type { InvoiceProposal } from '../model/proposal.ts';
import type { SalesEntry } from '../model/sales-entry.ts';

/** Every amount of a proposal back to its sources. */
export function explainInvoice(_proposal: InvoiceProposal): Explanation {
  return { label: '', amount: '0.00', reason: '', sources: [], parts: [] };
}

/** Every amount of a sales entry back to the rows of its invoice. */
export function explainSalesEntry(_entry: SalesEntry): Explanation {
  return { label: '', amount: '0.00', reason: '', sources: [], parts: [] };
}

/** An explanation as indented plain text. */
export function explanationText(_explanation: Explanation): string {
  return '';
}
