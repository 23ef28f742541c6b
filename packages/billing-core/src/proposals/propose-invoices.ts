import type { BillingPolicy } from '../model/policy.ts';
import type { BillingInput, InvoiceProposal, Proposed } from '../model/proposal.ts';

/**
 * From entries and terms to invoice proposals. Every item given ends in exactly one place: on a line, in `excluded`
 * with the reason, or in the sources of an error. Nothing is thrown for bad data.
 */
export function proposeInvoices(
  _input: BillingInput,
  _policy: BillingPolicy,
): Proposed<InvoiceProposal> {
  return { proposals: [], excluded: [], problems: [] };
}
