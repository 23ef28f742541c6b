/** What the API says about a list. */
export interface PageMeta {
  readonly CurrentPage: number;
  readonly PageSize: number;
  readonly TotalNumberOfPages: number;
  readonly TotalNumberOfResults: number;
  /** The server's time: a safe mark from which to ask for later changes. */
  readonly ServerTimeUtc: string;
}

/** One page of a list. */
export class Page<T> {
  readonly items: readonly T[];
  readonly meta: PageMeta;
  readonly #next: (page: number, signal?: AbortSignal) => Promise<Page<T>>;

  constructor(items: readonly T[], meta: PageMeta, next: (page: number, signal?: AbortSignal) => Promise<Page<T>>) {
    this.items = items;
    this.meta = meta;
    this.#next = next;
  }

  /** Whether the API has more pages. An empty page alone is not the end. */
  hasNextPage(): boolean {
    return this.meta.CurrentPage < this.meta.TotalNumberOfPages;
  }

  /** Reads the page after this one. `signal` takes the place of the one that the list was called with. */
  getNextPage(signal?: AbortSignal): Promise<Page<T>> {
    return this.#next(this.meta.CurrentPage + 1, signal);
  }
}
