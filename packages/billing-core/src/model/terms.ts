import type { Problem } from './problem.ts';
import type { LocalDate } from './primitives.ts';
import type { Term } from './items.ts';

/** How the terms of fixed prices and subscriptions are found. */
export interface TermOptions {
  /** The last day on which a term may fall due to be offered. */
  readonly until: LocalDate;
  /** Terms that fall due before this day are not offered; the day of connecting is the usual choice. */
  readonly billFrom: LocalDate;
  /** The same for single projects, by project id. */
  readonly billFromPerProject?: Readonly<Record<string, LocalDate>> | undefined;
  /** Ids of terms that were billed, here or elsewhere, or whose export is under way: their days are never offered again. */
  readonly billedTermKeys: readonly string[];
  /** A subscription falls due on the first day of its period (`advance`) or on the last (`arrears`). */
  readonly timing: 'advance' | 'arrears';
  /** Calendar weeks (from Monday), months, quarters and years, or periods counted from the start date. Default `calendar`. */
  readonly periods?: 'calendar' | 'anniversary' | undefined;
  /** A part of a period: by days of the period (`daily`), at the full price, or free. Default `daily`. */
  readonly proration?: 'daily' | 'full' | 'free' | undefined;
}

/** A term that is not offered, with the reason. */
export interface SkippedTerm {
  readonly term: Term;
  readonly reason: 'already-billed' | 'before-bill-from' | 'not-reached';
}

/** What `unbilledTerms` found. */
export interface UnbilledTerms {
  /** By customer, project, date. */
  readonly terms: readonly Term[];
  /** Terms to be marked billed in one action, or billed already. */
  readonly skipped: readonly SkippedTerm[];
  readonly problems: readonly Problem[];
  /** Ids of projects whose hours are covered by terms and never priced at a rate. */
  readonly covered: readonly string[];
}

