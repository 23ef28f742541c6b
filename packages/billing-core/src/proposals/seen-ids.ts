import { compareIds } from '../identity/compare-ids.ts';
import type { BillableItem } from '../model/items.ts';
import { hashItem } from './kind-order.ts';

/**
 * Finds ids that occur twice. Ids that only rise prove themselves; from the first that does not, a table of numbers is
 * kept, because a set of a million texts would take longer than all the arithmetic. Each place of the table holds an
 * item's position (from 1) and its hash; items with equal hashes are compared themselves.
 */
export class SeenIds {
  readonly #items: readonly BillableItem[];
  #last: BillableItem | undefined;
  #table: Int32Array | undefined;

  /** Looks at these items, one after the other. */
  constructor(items: readonly BillableItem[]) {
    this.#items = items;
  }

  /** Whether all ids so far came in rising order. */
  get rising(): boolean {
    return this.#table === undefined;
  }

  /** Notes the item at a position, with its hash; whether one with the same kind and id was noted before. */
  isRepeated(item: BillableItem, position: number, hash: number): boolean {
    if (this.#table === undefined) {
      const last = this.#last;
      this.#last = item;
      if (last === undefined || (last.kind === item.kind && compareIds(last.id, item.id) < 0)) return false;
      this.#start(position);
    }
    return this.#note(item, position, hash);
  }

  /** Makes a table with room to spare for all items, and notes those before a position. */
  #start(position: number): void {
    this.#table = new Int32Array(4 * 2 ** Math.ceil(Math.log2(this.#items.length + 1)));
    const hash = { first: 0, second: 0 };
    this.#items.slice(0, position).forEach((item, before) => {
      hashItem(hash, item);
      this.#note(item, before, hash.first);
    });
  }

  #note({ kind, id }: BillableItem, position: number, hash: number): boolean {
    const table = this.#table ?? new Int32Array(2);
    for (let place = hash * 2; ; place += 2) {
      place &= table.length - 1;
      const found = table[place] ?? 0;
      if (found === 0) {
        table[place] = position + 1;
        table[place + 1] = hash;
        return false;
      }
      const other = table[place + 1] === hash ? this.#items[found - 1] : undefined;
      if (other?.id === id && other.kind === kind) return true;
    }
  }
}
