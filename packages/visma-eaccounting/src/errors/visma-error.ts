import type { Delivery } from './delivery.ts';

const brand = Symbol.for('@x/visma-eaccounting/error');

/** One entry of the `Errors` list of an error answer. */
export interface FieldError {
  /** Name of the field as the API spells it, such as `InvoiceCity` or `Rows[0].Text`. */
  readonly field?: string | undefined;
  readonly message: string;
  /** The API's own code of the violation. */
  readonly errorCode?: string | undefined;
  readonly key?: string | undefined;
}

/** Everything an error may know besides its message. */
export interface VismaErrorDetails {
  readonly delivery: Delivery;
  /** Method and path template, such as `POST /customers`. Never holds an id. */
  readonly operation?: string | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** `ErrorCode` of the API, such as 4000. */
  readonly errorCode?: number | undefined;
  /** `ErrorId` of the API: the support asks for it. */
  readonly errorId?: string | undefined;
  readonly fieldErrors?: readonly FieldError[] | undefined;
  /** Milliseconds to wait before another try. */
  readonly retryAfterMs?: number | undefined;
  /** Of an `ApiDriftError`: where the answer differs. */
  readonly differences?: readonly { readonly path: string; readonly message: string }[] | undefined;
  readonly cause?: unknown;
}

/**
 * Base of all errors of this package. Discriminate with `instanceof` (it works across two copies of the package) or
 * with `code`.
 */
export class VismaError extends Error {
  /** Literal in every class. */
  readonly code: string = 'visma';
  declare readonly delivery: Delivery;
  declare readonly operation?: string | undefined;
  declare readonly status?: number | undefined;
  declare readonly errorCode?: number | undefined;
  declare readonly errorId?: string | undefined;
  declare readonly fieldErrors: readonly FieldError[];
  /** Milliseconds to wait before another try, where the API said so. */
  declare readonly retryAfterMs?: number | undefined;

  constructor(message: string, { cause, fieldErrors = [], ...details }: VismaErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, details, { fieldErrors });
    const names: string[] = [];
    for (let one = this as VismaError; one instanceof Error; one = Object.getPrototypeOf(one) as VismaError) {
      names.push(one.name);
    }
    Object.defineProperty(this, brand, { value: names });
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'VismaError';
  }

  /** A plain object that is safe to log: no body, no header, no token. */
  toJSON(): Record<string, unknown> {
    const { name, message } = this;
    return { ...(this as object), name, message };
  }

  /** True for instances of this class, also when another copy of the package made them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class without a name of its own (a user's subclass) has no brand: the ordinary check holds.
    if (!Object.hasOwn(this.prototype, 'name')) return Function.prototype[Symbol.hasInstance].call(this, value);
    const names = (value as { readonly [brand]?: readonly string[] } | null | undefined)?.[brand];
    return names?.includes(this.prototype.name) ?? false;
  }
}
