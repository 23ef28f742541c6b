/** Values that may stand in a query string. Undefined is left out. */
export type QueryValue = string | number | boolean | undefined;

/** What an operation that has no query parameters of its own accepts as `query`. */
export type NoQuery = Readonly<Record<string, never>>;

/** Last argument of every method. */
export interface RequestOptions<Query extends object = NoQuery> {
  /** Ends the call, also while it waits. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, its answer included. Overrides the client's setting. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds that the whole call may take, waits and retries included. Overrides the client's setting. */
  readonly deadlineMs?: number | undefined;
  /**
   * Epoch milliseconds: no attempt of a write starts at or after this time. A call that comes too late throws
   * `DeadlineError` with delivery `not-sent`.
   */
  readonly startBefore?: number | undefined;
  /** Extra headers. `Authorization` cannot be set here. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The operation's own query parameters. */
  readonly query?: Query | undefined;
}
