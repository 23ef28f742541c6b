import type { DecimalText, SourceRef } from './primitives.ts';

/** An amount and what it is made of. The children's amounts add up to the node's, up to the stated rounding. */
export interface Explanation {
  readonly label: string;
  /** 2 decimals, except `exact` nodes, which show 6. */
  readonly amount: DecimalText;
  /** How the amount came about, in one sentence. */
  readonly reason: string;
  /** Set on leaves: where the amount comes from. */
  readonly sources: readonly SourceRef[];
  readonly parts: readonly Explanation[];
}
