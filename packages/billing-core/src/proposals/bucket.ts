import type { BillableItem } from '../model/items.ts';
import type { PricedPeriod, ReadyContext } from './context.ts';

/** What an invoice is split by; an empty text where it is not. */
export interface ProposalGroup {
  readonly key: string;
  readonly customerId: string;
  readonly currencyCode: string;
  readonly projectId: string;
  readonly reference: string;
  readonly month: string;
}

/** The entries of one line to be. */
export interface Bucket {
  readonly group: ProposalGroup;
  /** The first context; what decides the line is equal in all of them. */
  readonly first: ReadyContext;
  readonly period: PricedPeriod;
  readonly items: BillableItem[];
  readonly contexts: Set<ReadyContext>;
  readonly periods: Set<PricedPeriod>;
}
