import type { SourceKind } from '@x/billing-core';

/**
 * Names one item that an export can stand for: anything that can be billed or booked, or a customer. Every `SourceRef`
 * of the billing core is one.
 */
export interface ItemRef {
  readonly kind: SourceKind | 'customer';
  readonly id: string;
}

/** One text per item, for keys and maps: `time:123`. The same text as the billing core's `sourceKey`. */
export function itemKey(ref: ItemRef): string {
  return `${ref.kind}:${ref.id}`;
}
