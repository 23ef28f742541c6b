/** What can go wrong between a caller and TimeChimp. Network faults reject as Node's fetch does. */
export type TimeChimpFault =
  /** ECONNREFUSED: nothing was sent. */
  | { readonly kind: 'refuse' }
  /** ECONNRESET; with `committed` the request was carried out first. */
  | { readonly kind: 'reset'; readonly committed: boolean }
  /** Nothing is answered until the caller gives up; with `committed` the request was carried out. */
  | { readonly kind: 'hang'; readonly committed: boolean }
  /** The answer takes `ms` of the fake's clock; carried out at the start (default) or at the end. */
  | { readonly kind: 'slow'; readonly ms: number; readonly commit?: 'first' | 'last' }
  /** The caller sees a reset now; the request is carried out when the clock has moved on by `afterMs`. */
  | { readonly kind: 'late-commit'; readonly afterMs: number }
  /** 429, by default with Retry-After. */
  | { readonly kind: 'rate-limit'; readonly seconds?: number; readonly retryAfter?: boolean }
  /** A 5xx (default 500); with `committed` the request was carried out. */
  | { readonly kind: 'server-error'; readonly committed: boolean; readonly status?: number }
  /** An HTML page with a status from something in between; with `committed` the request was carried out. */
  | { readonly kind: 'gateway'; readonly status: number; readonly committed?: boolean }
  /** A 4xx with a JSON message. */
  | { readonly kind: 'refusal'; readonly status: number; readonly message?: string }
  /** Carried out; the body is this text instead. */
  | { readonly kind: 'garbled'; readonly body: string }
  /** A change of status is carried out for the first half of its entries only; then 200, a 400, a 500 or a reset. */
  | { readonly kind: 'half-applied'; readonly then: 'ok' | 'refusal' | 'server-error' | 'reset' };

/** Where a fault strikes. */
export interface TimeChimpFaultRule {
  /** `METHOD /path`, `*` for any rest (`PUT /times/status`, `* /customers*`); default every request. Paths of v1 begin with `/v1`. */
  readonly on?: string;
  /** The n-th matching request from now on; default the next one. */
  readonly nth?: number;
  /** How many matching requests from there on; default 1. */
  readonly times?: number;
  readonly fault: TimeChimpFault;
}

/** The faults that wait for their request. */
export class TimeChimpFaults {
  #rules: { readonly rule: TimeChimpFaultRule; readonly pattern: RegExp; seen: number }[] = [];

  /** Adds a fault. */
  add(rule: TimeChimpFaultRule): void {
    this.#rules.push({ rule, pattern: patternOf(rule.on), seen: 0 });
  }

  /** The next request to this operation meets this fault. */
  next(on: string, fault: TimeChimpFault): void {
    this.add({ on, fault });
  }

  /** Removes every fault. */
  clear(): void {
    this.#rules = [];
  }

  /** The fault of this request, if any; used by the fake. */
  take(operation: string): TimeChimpFault | undefined {
    let taken: TimeChimpFault | undefined;
    for (const each of this.#rules) {
      if (!each.pattern.test(operation)) continue;
      each.seen += 1;
      const first = each.rule.nth ?? 1;
      if (each.seen >= first && each.seen < first + (each.rule.times ?? 1)) taken ??= each.rule.fault;
    }
    this.#rules = this.#rules.filter(({ rule, seen }) => seen < (rule.nth ?? 1) + (rule.times ?? 1) - 1);
    return taken;
  }
}

function patternOf(on = '*'): RegExp {
  const source = on.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`^${source}$`, 'i');
}
