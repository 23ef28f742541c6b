/** Names one item of the time-tracking side. A `term` is one instalment or period of a project's fixed price. */
export interface SourceRef {
  readonly kind: 'time' | 'expense' | 'mileage' | 'term' | 'invoice' | 'customer';
  readonly id: string;
}

/** One text per item, for keys and maps: `time:123`. */
export function sourceKey(ref: SourceRef): string {
  return `${ref.kind}:${ref.id}`;
}
