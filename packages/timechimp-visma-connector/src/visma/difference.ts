/** One figure that is not what was planned, both sides side by side. */
export interface Difference {
  /** Visma's name of the field, with the line where it is on one: `Rows[2].VatRate`. */
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

/** All differences and, as far as it can be told from them, what caused them. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** A sentence for a person. Absent when nothing differs. */
  readonly likelyCause?: string;
}
