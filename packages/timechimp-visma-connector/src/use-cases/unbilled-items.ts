import type { InvoiceProposal } from '@x/billing-core';
import type { WorkSelection } from './collect-work.ts';
import type { ExcludedItem } from './sift-work.ts';
import type { ConnectorContext } from './context.ts';
import { priceWork } from './plan-invoices.ts';
import type { Problem } from './problem.ts';
import { openSession } from './session.ts';

/** Which unbilled items to show. */
export interface UnbilledItemsRequest {
  readonly tenantId: string;
  readonly select?: Exclude<WorkSelection, { refs: readonly unknown[] }>;
  readonly signal?: AbortSignal;
}

/** What one customer could be invoiced. */
export interface UnbilledCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly currencyCode: string;
  readonly netAmount: string;
  readonly totalAmount: string;
  readonly proposal: InvoiceProposal;
}

/** Everything unbilled, priced as it would be invoiced. */
export interface UnbilledItems {
  readonly customers: readonly UnbilledCustomer[];
  readonly excluded: readonly ExcludedItem[];
  readonly problems: readonly Problem[];
}

/**
 * Lists hours, expenses, trips and terms that were not invoiced yet, priced and grouped as `createInvoices` would. The
 * `sources` of a proposal are what to pass on as `select.refs`, with the same `until` where it is later than today: terms that are
 * not due are left out otherwise. Reads only.
 */
export async function unbilledItems(context: ConnectorContext, request: UnbilledItemsRequest): Promise<UnbilledItems> {
  const session = await openSession(context, request.tenantId);
  const priced = await priceWork(context, session, request.select ?? {}, request.signal);
  return {
    customers: priced.proposals.map((proposal) => ({
      customerId: proposal.customerId,
      name: priced.customers.get(proposal.customerId)?.name ?? proposal.customerId,
      currencyCode: proposal.currencyCode,
      netAmount: proposal.netAmount,
      totalAmount: proposal.totalAmount,
      proposal,
    })),
    excluded: priced.excluded,
    problems: priced.problems,
  };
}
