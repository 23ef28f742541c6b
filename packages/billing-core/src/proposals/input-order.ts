import { compareIds, compareText } from '../identity/compare-ids.ts';
import type { BillableItem } from '../model/items.ts';

/** Orders items of one kind by date, then id. */
export function compareItems(a: BillableItem, b: BillableItem): number {
  return compareText(a.date, b.date) || compareIds(a.id, b.id);
}

/**
 * What one look at the items in their given order tells: whether each kind comes by date and id, so that no line has to
 * be sorted, and which ids occur twice. Ids that only rise prove themselves; sets are kept once they do not.
 */
export class InputOrder {
  /** Whether the items of each kind come by date, then id. */
  readonly sorted: boolean;
  readonly #seen = { time: new Set<string>(), expense: new Set<string>(), mileage: new Set<string>(), term: new Set<string>() };
  readonly #twice = new Set<string>();

  /** Looks at all items once, or twice where ids do not rise. */
  constructor(items: readonly BillableItem[]) {
    const last: Partial<Record<BillableItem['kind'], BillableItem>> = {};
    let sorted = true;
    let rising = true;
    for (const item of items) {
      const before = last[item.kind];
      if (before !== undefined) {
        sorted &&= compareItems(before, item) <= 0;
        rising &&= compareIds(before.id, item.id) < 0;
      }
      last[item.kind] = item;
    }
    this.sorted = sorted;
    for (const { kind, id } of rising ? [] : items) {
      const seen = this.#seen[kind];
      const before = seen.size;
      if (seen.add(id).size === before) this.#twice.add(`${kind}:${id}`);
    }
  }

  /** Whether another item has the same kind and id. */
  isDuplicate({ kind, id }: BillableItem): boolean {
    return this.#twice.size > 0 && this.#twice.has(`${kind}:${id}`);
  }
}
