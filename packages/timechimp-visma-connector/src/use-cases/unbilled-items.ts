import type { InvoiceProposal } from '@x/billing-core';
import type { ItemRef } from '../ports/item-ref.ts';
import { documentTotals, type DocumentTotals } from '../visma/document-totals.ts';
import type { WorkSelection } from './collect-work.ts';
import type { ExcludedItem } from './sift-work.ts';
import type { ConnectorContext } from './context.ts';
import { knownOf, priceWork, type PricedWork } from './plan-invoices.ts';
import type { Problem } from './problem.ts';
import { openSession, type Session } from './session.ts';

/** Which unbilled items to show. */
export interface UnbilledItemsRequest {
  readonly tenantId: string;
  readonly select?: Exclude<WorkSelection, { refs: readonly unknown[] }>;
  readonly signal?: AbortSignal;
}

/** Hours that are marked as invoiced with a term, because it covers them and `terms.coveredHours` says so. */
export interface CoveredByTerm {
  readonly term: ItemRef;
  readonly hours: readonly ItemRef[];
}

/** What one customer could be invoiced. The sums are those that the invoice would print, see `DocumentTotals`. */
export interface UnbilledCustomer extends DocumentTotals {
  readonly customerId: string;
  readonly name: string;
  readonly currencyCode: string;
  readonly proposal: InvoiceProposal;
  /** The terms of the proposal that cover hours; none where `terms.coveredHours` leaves the hours alone. */
  readonly coveredHours: readonly CoveredByTerm[];
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
      ...documentTotals({ proposal, customer: customerOf(proposal, session, priced), masterData: priced.masterData }),
      proposal,
      coveredHours: coveredBy(proposal, priced),
    })),
    excluded: priced.excluded,
    problems: priced.problems,
  };
}

/** As Visma knows the customer, or will when it is created. */
function customerOf({ customerId }: InvoiceProposal, { settings }: Session, { matches }: PricedWork): { readonly isPrivatePerson: boolean } {
  return knownOf(matches.get(customerId)) ?? { isPrivatePerson: settings.customers.privatePersons.includes(customerId) };
}

function coveredBy({ sources }: InvoiceProposal, { coveredHours }: PricedWork): readonly CoveredByTerm[] {
  return sources.flatMap(({ kind, id }) => {
    const hours = kind === 'term' ? coveredHours.get(id) : undefined;
    return hours === undefined ? [] : [{ term: { kind, id }, hours: hours.map(({ ref }) => ref) }];
  });
}
