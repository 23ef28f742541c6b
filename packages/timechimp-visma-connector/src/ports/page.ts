/** Where to go on reading and how much to read at once. */
export interface PageRequest {
  /** The `next` of the page before; absent for the first page. */
  readonly after?: string | undefined;
  /** At most this many items, 1 to 1000. */
  readonly limit: number;
}

/**
 * One page of a list. The order of a list is stable (by an unchanging key), so an item that exists throughout is read
 * exactly once however many others come and go between two pages.
 */
export interface Page<T> {
  readonly items: readonly T[];
  /** Present when there may be more: pass it as `after`. A page may be shorter than its limit and still have a next. */
  readonly next?: string | undefined;
}
