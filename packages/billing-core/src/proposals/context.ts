import type { Day } from '../calendar/day.ts';
import type { Exact } from '../decimal/exact.ts';
import { exactKey } from '../decimal/format.ts';
import type { BillableItem } from '../model/items.ts';
import type { Activity, Customer, Project, User } from '../model/master-data.ts';
import type { ExclusionReason } from '../model/problem.ts';
import type { RateExplanation } from '../model/proposal.ts';
import type { Issue } from '../problems/issue.ts';
import type { ResolvedVat } from '../vat/resolve-vat.ts';
import type { Amounts } from './amounts.ts';
import type { Bucket, ProposalGroup } from './bucket.ts';

/** Lines of one invoice that differ only in what changes from entry to entry: the employee, day or week, or nothing. */
export interface LineFamily {
  readonly group: ProposalGroup;
  readonly lines: Map<Day | string, Bucket>;
}

/** A price that holds on some days, with the lines that it went to so far. */
export interface PricedPeriod {
  readonly price: Exact;
  readonly priceKey: string;
  readonly explanation: RateExplanation;
  /** One text for equal explanations. */
  readonly explanationKey: string;
  /** The explanation alone: what a line of one period has. */
  readonly rates: readonly RateExplanation[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The only context that it belongs to, once that is ready. */
  context: ReadyContext | undefined;
  /** By the month, where invoices are split by it. */
  readonly families: Map<string, LineFamily>;
  /** The line of the entry before, with its family and what was taken from that entry: the next one is often on it as well. */
  family: LineFamily | undefined;
  line: Bucket | undefined;
  part: Day | string | undefined;
  /** What numbers of minutes come to at this price. */
  amounts: Map<number, Amounts> | undefined;
}

/** Makes a priced period. */
export function pricedPeriod(price: Exact, explanation: RateExplanation): PricedPeriod {
  const { validFrom: from, validUntil: until } = explanation;
  return {
    price,
    priceKey: exactKey(price),
    explanation,
    explanationKey: JSON.stringify(explanation),
    rates: [explanation],
    from,
    until,
    context: undefined,
    families: new Map(),
    family: undefined,
    line: undefined,
    part: undefined,
    amounts: undefined,
  };
}

/** The records of an item. */
export interface Facts {
  readonly customer: Customer;
  readonly project?: Project | undefined;
  readonly activity?: Activity | undefined;
  readonly user?: User | undefined;
  readonly userId?: string | undefined;
  readonly product?: { readonly id: string; readonly name: string } | undefined;
}

/** What an invoice is split by, the month apart; an empty text where it is not. */
export interface GroupOfContext {
  readonly customerId: string;
  readonly currencyCode: string;
  readonly projectId: string;
  readonly reference: string;
}

/**
 * All that entries share which agree on customer, project, activity, user and the like: worked out once, however many
 * entries there are.
 */
export interface Context {
  /** Absent where not even the customer is known. */
  readonly group?: GroupOfContext | undefined;
  readonly excluded?: ExclusionReason | undefined;
  /** Errors and warnings that concern every entry of the context. */
  readonly issues: readonly Issue[];
  /** Absent when an error keeps the entries out. */
  readonly ready?: ReadyContext | undefined;
}

/** A context whose entries can be priced. */
export interface ReadyContext extends Facts {
  readonly kind: BillableItem['kind'];
  readonly currencyCode: string;
  readonly reference: string;
  readonly vat: ResolvedVat;
  readonly articleId: string | undefined;
  /** Decimals that a unit price may have for this customer. */
  readonly priceDecimals: number;
  readonly periods: readonly PricedPeriod[];
  /** The only period, where it has no end on either side. */
  readonly always: PricedPeriod | undefined;
}
