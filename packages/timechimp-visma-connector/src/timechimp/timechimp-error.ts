const brand = Symbol.for('@x/timechimp-visma-connector/timechimp-error');

/** What went wrong, as a word that says what to do: see `advice` of the error. */
export type TimeChimpErrorCode =
  | 'authentication'
  | 'permission'
  | 'not-found'
  | 'refused'
  | 'rate-limit'
  | 'server'
  | 'network'
  | 'timeout'
  | 'outcome-unknown'
  | 'aborted'
  | 'deadline'
  | 'api-drift'
  | 'list-changing'
  | 'v1-key-missing'
  | 'invalid-input';

const advice: Readonly<Record<TimeChimpErrorCode, string>> = {
  'authentication': 'Make a new API key in TimeChimp and enter it: this one is unknown, revoked, or its owner is no administrator any more.',
  'permission': 'Check the plan of the TimeChimp account and the role of the person who made the key.',
  'not-found': 'Look whether the record was deleted in TimeChimp.',
  'refused': 'Mend what the message names, then try again. Nothing was changed.',
  'rate-limit': 'Wait a minute. Another program may be using the same account; nothing was changed.',
  'server': 'Try again later; TimeChimp had a failure of its own.',
  'network': 'Check the connection, then try again.',
  'timeout': 'Try again later, or allow more time.',
  'outcome-unknown': 'Read the records again before repeating the change: it may have been carried out.',
  'aborted': 'The caller gave up.',
  'deadline': 'The time in which the change was allowed to start is over. Plan it anew; nothing was sent.',
  'api-drift': 'The answer does not look as expected: check the options against the API, or report it.',
  'list-changing': 'The list changed during every attempt to read it whole. Try again at a quieter moment.',
  'v1-key-missing': 'Give a key of API v1: API v2 does not offer this.',
  'invalid-input': 'Mend the call.',
};

/** What is known about a request that failed: see `TimeChimpError.delivery`. */
export type Delivery = 'not-sent' | 'answered' | 'unknown';

/** Everything an error may know besides its code and message. */
export interface TimeChimpErrorDetails {
  readonly delivery: Delivery;
  /** Method and path template, such as `PUT /times/status`. Never holds an id. */
  readonly operation?: string | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** Milliseconds to wait, where the answer said so. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** Any failure of the TimeChimp adapter. Holds neither a key nor the body of a request. */
export class TimeChimpError extends Error {
  readonly code: TimeChimpErrorCode;
  /**
   * `not-sent`: nothing reached TimeChimp. `answered`: it refused, nothing was changed. `unknown`: it may have been
   * carried out.
   */
  readonly delivery: Delivery;
  readonly operation: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: TimeChimpErrorCode, message: string, details: TimeChimpErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.delivery = details.delivery;
    this.operation = details.operation;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'TimeChimpError';
  }

  /** What to do about it, for people. */
  get advice(): string {
    return advice[this.code];
  }

  /** A plain object that is safe to log. */
  toJSON(): Record<string, unknown> {
    const { name, message, code, delivery, operation, status, retryAfterMs } = this;
    return { name, message, code, delivery, operation, status, retryAfterMs, advice: this.advice };
  }

  /** True for instances of this class, also when another copy of the package made them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== TimeChimpError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
  }
}

/** Whether the value is a `TimeChimpError` of that code. */
export function hasCode(value: unknown, code: TimeChimpErrorCode): boolean {
  return value instanceof TimeChimpError && value.code === code;
}
