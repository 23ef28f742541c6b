/** One request that reached the fake, in the order of arrival. */
export interface LoggedRequest {
  /** 1 for the first. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** The path below the API's base, or the identity server's path. */
  readonly path: string;
  /** `METHOD /path/{id}` as documented; undefined when no operation fits. */
  readonly operation: string | undefined;
  readonly query: string;
  readonly company: string | undefined;
  /** The HTTP status; undefined while under way or when no answer was given. */
  status: number | undefined;
  /** The kind of the fault that hit this request. */
  fault: string | undefined;
  /** Whether the request was carried out, whatever the caller got to see. */
  committed: boolean;
}

/** Every request, and counts per operation. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #total = 0;

  /** Adds a request; used by the engine. */
  add(entry: Omit<LoggedRequest, 'number' | 'status' | 'fault' | 'committed'>): LoggedRequest {
    this.#total += 1;
    const logged = { ...entry, number: this.#total, status: undefined, fault: undefined, committed: false };
    this.#entries.push(logged);
    return logged;
  }

  /** All requests since the start or the last `clear`. */
  all(): readonly LoggedRequest[] {
    return [...this.#entries];
  }

  /** How many requests an operation got, e.g. `count('POST /customers')`; without a name, all of them. */
  count(operation?: string): number {
    return operation === undefined
      ? this.#entries.length
      : this.#entries.filter((entry) => entry.operation === operation).length;
  }

  /** Requests per operation. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const entry of this.#entries) {
      const name = entry.operation ?? `${entry.method} ${entry.path}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  /** Forgets what was logged; numbers go on. */
  clear(): void {
    this.#entries = [];
  }
}
