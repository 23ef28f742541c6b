import { compareIds } from '../identity/compare-ids.ts';
import type { BillableItem } from '../model/items.ts';

/** Finds ids that occur more than once within their kind, by kind. */
export class IdSets {
  readonly #seen = { time: new Set<string>(), expense: new Set<string>(), mileage: new Set<string>(), term: new Set<string>() };
  readonly #twice = new Set<string>();

  /** Looks at all items once. Ids that only rise prove themselves; a set is kept once they do not. */
  constructor(items: readonly BillableItem[]) {
    const last = { time: '', expense: '', mileage: '', term: '' };
    const rising = items.every(({ kind, id }) => {
      const rises = compareIds(last[kind], id) < 0;
      last[kind] = id;
      return rises;
    });
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
