import type { BillableItem } from '../model/items.ts';

/**
 * Finds ids that occur twice, in a table of numbers: a set of a million texts would take longer than all the arithmetic.
 * Each place holds an item's position (from 1) and its hash; items with equal hashes are compared themselves.
 */
export class SeenIds {
  readonly #items: readonly BillableItem[];
  readonly #table: Int32Array;

  /** A table with room to spare for all items. */
  constructor(items: readonly BillableItem[]) {
    this.#items = items;
    this.#table = new Int32Array(4 * 2 ** Math.ceil(Math.log2(items.length + 1)));
  }

  /** Notes the item at a position; whether another with the same kind and id was noted before. */
  isRepeated({ kind, id }: BillableItem, position: number, hash: number): boolean {
    const table = this.#table;
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
