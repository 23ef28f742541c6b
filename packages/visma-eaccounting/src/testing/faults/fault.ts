/**
 * What can go wrong between a caller and the service. In `fake.fetch` network faults reject as Node's fetch does; over
 * HTTP they are what a socket can show (a refused connection becomes one that closes without a byte).
 */
export type Fault =
  /** No connection, so nothing was sent: refused (ECONNREFUSED, default), no such host, unreachable, TLS. */
  | { readonly kind: 'refuse'; readonly as?: 'refused' | 'dns' | 'unreachable' | 'tls' }
  /** UND_ERR_CONNECT_TIMEOUT after a while (default 10,000 ms): nothing was sent. */
  | { readonly kind: 'connect-timeout'; readonly afterMs?: number }
  /** The connection is reset (ECONNRESET, default) or closed (UND_ERR_SOCKET); with `committed` after carrying out. */
  | { readonly kind: 'reset'; readonly committed: boolean; readonly as?: 'reset' | 'closed' }
  /** Nothing is answered until the caller gives up; with `committed` the request was carried out. */
  | { readonly kind: 'hang'; readonly committed: boolean }
  /** The caller sees a failure now, the request is carried out `afterMs` later. */
  | { readonly kind: 'late-commit'; readonly afterMs: number; readonly seen?: 'reset' | 'hang' | 'gateway' }
  /** The answer takes `ms`; the request is carried out at the start (default) or at the end of the wait. */
  | { readonly kind: 'slow'; readonly ms: number; readonly commit?: 'first' | 'last' }
  /** 401 with Visma's body (default) or without; `wwwAuthenticate` adds the header. */
  | { readonly kind: 'unauthorized'; readonly body?: boolean; readonly wwwAuthenticate?: boolean }
  /** 429 with "Try again in N seconds" (default 5) and, by default, Retry-After. */
  | { readonly kind: 'rate-limit'; readonly seconds?: number; readonly retryAfter?: boolean }
  /** A 5xx (default 500) with Visma's body, HTML or nothing; with `committed` the request was carried out. */
  | {
      readonly kind: 'server-error';
      readonly committed: boolean;
      readonly status?: number;
      readonly body?: 'visma' | 'html' | 'none';
    }
  /** A status from something in between, with an HTML page: not carried out, unless `committed`. */
  | { readonly kind: 'gateway'; readonly status: number; readonly committed?: boolean }
  /** Carried out, and the JSON of the answer ends in the middle. */
  | { readonly kind: 'truncated' }
  /** Carried out, and the connection breaks in the middle of the answer's body. */
  | { readonly kind: 'broken-body' }
  /** Refused with Visma's error body, e.g. VIES on a customer: `{ kind: 'refusal', status: 400, errorCode: 2000, message: '…' }`. */
  | { readonly kind: 'refusal'; readonly status: number; readonly errorCode: number; readonly message: string };

/** The kinds, for counting hits. */
export type FaultKind = Fault['kind'];

/** Where a fault strikes. */
export interface FaultRule {
  /** `METHOD /path` as documented (`POST /customers`, `* /connect/token`), `*` in a path for any rest; default every request. */
  readonly on?: string;
  /** The n-th matching request from now on; default the next one. */
  readonly nth?: number;
  /** How many matching requests from there on; default 1. */
  readonly times?: number;
  readonly fault: Fault;
}

/** Random faults: each matching request is hit with this probability, by the seed. */
export interface FaultPlan {
  readonly seed: string;
  /** 0 to 1. */
  readonly rate: number;
  readonly faults: readonly Fault[];
  readonly on?: string;
}
