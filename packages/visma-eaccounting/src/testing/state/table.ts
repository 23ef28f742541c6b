import type { WireObject } from '../wire/json.ts';

/** Records by Id, in the order in which they were made. */
export class Table<T extends WireObject & { Id: string }> {
  readonly #rows = new Map<string, T>();

  /** Adds or replaces; returns the record. */
  put(record: T): T {
    this.#rows.set(record.Id, record);
    return record;
  }

  /** The record, or undefined. GUIDs compare without regard to case. */
  get(id: string): T | undefined {
    return this.#rows.get(id) ?? this.#rows.get(id.toLowerCase());
  }

  /** Removes; false when there was none. */
  delete(id: string): boolean {
    return this.#rows.delete(id);
  }

  /** Every record, oldest first. */
  all(): T[] {
    return [...this.#rows.values()];
  }

  /** The first record that meets the condition. */
  find(condition: (record: T) => boolean): T | undefined {
    for (const record of this.#rows.values()) if (condition(record)) return record;
    return undefined;
  }
}
