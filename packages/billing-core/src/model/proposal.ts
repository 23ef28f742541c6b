import type { Activity, Customer, Project, User } from './master-data.ts';
import type { BillableItem, ItemKind } from './items.ts';
import type { DecimalText, LocalDate, Period, SourceRef } from './primitives.ts';
import type { Excluded, Problem } from './problem.ts';
import type { VatKind } from './vat-kind.ts';

/** What `proposeInvoices` works on. Order does not matter, of anything. */
export interface BillingInput {
  readonly items: readonly BillableItem[];
  readonly customers: readonly Customer[];
  readonly projects: readonly Project[];
  readonly activities: readonly Activity[];
  /** Only for names and for users' own rates. */
  readonly users?: readonly User[] | undefined;
}

/** Which of the source's rates was used, and for what. */
export interface RateExplanation {
  readonly origin:
    | 'project-task'
    | 'activity'
    | 'project-user'
    | 'user'
    | 'project'
    | 'customer'
    | 'policy'
    | 'expense'
    | 'term';
  /** The id of the record that holds the rate, where there is one. */
  readonly originId?: string | undefined;
  /** As found, before VAT was taken out and before a markup. */
  readonly rate: DecimalText;
  /** From when the rate holds, where it has periods. */
  readonly validFrom?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
  /** VAT percentage that the rate included and that was taken out. */
  readonly vatIncluded?: DecimalText | undefined;
  /** Percentage added. */
  readonly markup?: DecimalText | undefined;
}

/** A source with its share in a line: minutes for time, kilometres or pieces otherwise. */
export interface LineSource extends SourceRef {
  readonly kind: ItemKind;
  readonly date: LocalDate;
  readonly quantity: DecimalText;
}

/** What a line is counted in. */
export type Unit = 'hour' | 'km' | 'piece';

/** One line: `quantity` x `unitPrice`, rounded half away from zero to 2 decimals, is `amount`, always. */
export interface InvoiceLine {
  /** Stable: the key of the line's first source. */
  readonly key: string;
  readonly kind: ItemKind;
  readonly text: string;
  /** Visma's GUID. */
  readonly articleId: string;
  /** 2 decimals. */
  readonly quantity: DecimalText;
  readonly unit: Unit;
  /** Without VAT; 2 decimals, or up to 4 where the policy allows. */
  readonly unitPrice: DecimalText;
  /** Without VAT; 2 decimals. */
  readonly amount: DecimalText;
  /** The amount of exact minutes and rates, shown to 6 decimals (half away from zero). */
  readonly exactAmount: DecimalText;
  readonly vatKind: VatKind;
  /** 21 means 21 %. */
  readonly vatRate: DecimalText;
  /** True for 1 x amount with the quantity in the text. */
  readonly lumpSum: boolean;
  readonly period: Period;
  /** Set where all sources belong to one project. */
  readonly projectId?: string | undefined;
  /** Set where all sources are of one activity. */
  readonly activityId?: string | undefined;
  /** Ordered by date, then id. */
  readonly sources: readonly LineSource[];
  readonly rates: readonly RateExplanation[];
}

/** VAT of one kind and rate, computed once on the sum of the printed lines. */
export interface VatTotal {
  readonly vatKind: VatKind;
  readonly rate: DecimalText;
  readonly base: DecimalText;
  readonly amount: DecimalText;
}

/** An invoice that could be made. Amounts have 2 decimals and are in `currencyCode`. */
export interface InvoiceProposal {
  /** Stable: from customer, split and source ids; never from prices, texts or mappings. */
  readonly key: string;
  readonly customerId: string;
  readonly currencyCode: string;
  readonly projectId?: string | undefined;
  readonly reference?: string | undefined;
  /** `YYYY-MM`, where the invoice is split by month. */
  readonly month?: string | undefined;
  /** First and last day of what is invoiced. */
  readonly supplyPeriod: Period;
  readonly lines: readonly InvoiceLine[];
  readonly netAmount: DecimalText;
  readonly vat: readonly VatTotal[];
  readonly vatAmount: DecimalText;
  readonly totalAmount: DecimalText;
  /** Sum of the exact amounts of the lines, shown to 6 decimals. */
  readonly exactNetAmount: DecimalText;
  /** `netAmount` less `exactNetAmount`, to 6 decimals: what rounding adds (positive) or loses. */
  readonly roundingDifference: DecimalText;
  /** The total is below zero: make a credit draft, and only after a person has confirmed. */
  readonly isCredit: boolean;
  /** False when a problem kept items off this invoice. */
  readonly complete: boolean;
  readonly sources: readonly LineSource[];
}

/** Every item given is in exactly one place: a proposal, `excluded`, or the sources of an `error`. */
export interface Proposed<T> {
  readonly proposals: readonly T[];
  readonly excluded: readonly Excluded[];
  readonly problems: readonly Problem[];
}
