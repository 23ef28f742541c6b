import { hashInto, type TextHash } from '../identity/set-hash.ts';
import type { BillableItem, ItemKind } from '../model/items.ts';

/** The kinds in the order in which an invoice lists them. */
export const KIND_ORDER: readonly ItemKind[] = ['time', 'expense', 'mileage', 'term'];

/** The hash of an item's kind and id, into `hash`. */
export function hashItem(hash: TextHash, { kind, id }: Pick<BillableItem, 'kind' | 'id'>): void {
  hashInto(hash, id, KIND_ORDER.indexOf(kind));
}
