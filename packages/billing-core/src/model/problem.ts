import type { SourceRef } from './primitives.ts';

/** Everything that can be wrong or worth knowing; a code never changes its meaning. */
export type ProblemCode =
  | 'malformed'
  | 'duplicate'
  | 'unknown-customer'
  | 'unknown-project'
  | 'unknown-activity'
  | 'customer-mismatch'
  | 'rate-missing'
  | 'rate-ambiguous'
  | 'rounding-difference'
  | 'price-including-vat'
  | 'amount-too-large'
  | 'article-missing'
  | 'text-invalid'
  | 'text-shortened'
  | 'vat-rate-missing'
  | 'vat-percentage-missing'
  | 'vat-rate-unmapped'
  | 'vat-rate-ambiguous'
  | 'vat-zero-ambiguous'
  | 'vat-kind-impossible'
  | 'vat-kind-differs'
  | 'vat-number-missing'
  | 'vat-scheme-unsupported'
  | 'vat-under-scheme'
  | 'country-missing'
  | 'term-overlap'
  | 'negative-total'
  | 'invoice-not-sent'
  | 'invoice-number'
  | 'invoice-number-taken'
  | 'invoice-total'
  | 'invoice-rounding'
  | 'credit-sign'
  | 'foreign-currency'
  | 'exchange-rate-missing'
  | 'account-missing'
  | 'account-ambiguous'
  | 'account-vat-differs'
  | 'vat-code-missing'
  | 'nothing-to-book'
  | 'possible-double';

/**
 * One thing that is wrong, with everything that it concerns. An `error` keeps its sources out of the result; a
 * `warning` does not.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** English, complete in itself. */
  readonly message: string;
  readonly sources: readonly SourceRef[];
  /** What the message speaks of, for a program: ids, names, figures. */
  readonly details: Readonly<Record<string, string>>;
}

/** Why an item is not invoiced although nothing is wrong with it. */
export type ExclusionReason =
  | 'already-invoiced'
  | 'written-off'
  | 'rejected'
  | 'not-approved'
  | 'not-billable'
  | 'activity-not-billable'
  | 'project-not-invoiced'
  | 'covered-by-fixed-price'
  | 'covered-by-subscription'
  | 'not-a-business-trip'
  | 'internal-customer'
  | 'unspecified-customer'
  | 'empty';

/** An item left out on purpose. */
export interface Excluded {
  readonly source: SourceRef;
  readonly reason: ExclusionReason;
  readonly message: string;
}
