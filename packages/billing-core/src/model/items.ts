import type { SourceVatRate } from './master-data.ts';
import type { DecimalText, LocalDate, Period } from './primitives.ts';

/** The status of an entry, spelled as TimeChimp's API v2 does. */
export type EntryStatus =
  'Open' | 'PendingApproval' | 'Approved' | 'Invoiced' | 'WrittenOff' | 'Rejected';

/** What all entries share. */
interface Entry {
  /** Unique per kind. */
  readonly id: string;
  readonly customerId: string;
  readonly projectId?: string | undefined;
  readonly date: LocalDate;
  /** The track that is marked as invoiced: the internal one, unless `internalStatus` is given. */
  readonly status: EntryStatus;
  /** The customer's track; used where the customer approves in the portal. */
  readonly clientStatus?: EntryStatus | undefined;
  /** The internal track, where the customer's is the one that is marked and stands in `status`. */
  readonly internalStatus?: EntryStatus | undefined;
  /** Default true. */
  readonly billable?: boolean | undefined;
  readonly userId?: string | undefined;
  readonly notes?: string | undefined;
}

/** Hours, as whole minutes (a safe integer; negative for a correction). */
export interface TimeEntry extends Entry {
  readonly kind: 'time';
  readonly minutes: number;
  readonly activityId?: string | undefined;
}

/** Costs to charge on. */
export interface Expense extends Entry {
  readonly kind: 'expense';
  readonly quantity: DecimalText;
  /** Per piece, with or without VAT as `rateIncludesVat` says. */
  readonly rate: DecimalText;
  /** Default false. True needs `vatRate`. */
  readonly rateIncludesVat?: boolean | undefined;
  /** The VAT on the expense itself; used with the policy's `recharge: 'asEntered'`. */
  readonly vatRate?: SourceVatRate | undefined;
  /** Percentage on top, e.g. `"10"`; default: the policy's. */
  readonly markup?: DecimalText | undefined;
  /** TimeChimp's product, formerly category. */
  readonly productId?: string | undefined;
  readonly productName?: string | undefined;
}

/** A trip, in kilometres. */
export interface Mileage extends Entry {
  readonly kind: 'mileage';
  readonly distance: DecimalText;
  /** Only business trips are billed. */
  readonly type?: 'Private' | 'Business' | 'HomeWork' | undefined;
  readonly fromAddress?: string | undefined;
  readonly toAddress?: string | undefined;
}

/** One billable part of a fixed price, or one period of a subscription; made by `unbilledTerms`. */
export interface Term {
  readonly kind: 'term';
  /**
   * The stable key: project, sort and part, a subscription's part being the days that it covers
   * (`p1/subscription/2026-01-15..2026-02-14`); never a price, so that a price change bills nothing twice.
   */
  readonly id: string;
  readonly customerId: string;
  readonly projectId: string;
  /** The day on which it is to be invoiced. */
  readonly date: LocalDate;
  /** What the amount is for. */
  readonly period: Period;
  readonly quantity: DecimalText;
  /** Per piece, without VAT. */
  readonly price: DecimalText;
  /** Part of a full period in days, where a subscription starts or ends within one. */
  readonly proration?: { readonly days: number; readonly of: number } | undefined;
  readonly description: string;
  readonly activityId?: string | undefined;
}

/** Anything that can become an invoice line. */
export type BillableItem = TimeEntry | Expense | Mileage | Term;

/** The kinds of {@link BillableItem}. */
export type ItemKind = BillableItem['kind'];
