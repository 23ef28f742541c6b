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
  readonly cause?: unknown;
}

function namesOf(error: object): string[] {
  const names: string[] = [];
  let prototype: unknown = Object.getPrototypeOf(error);
  while (prototype instanceof Object) {
    const own = Object.getOwnPropertyDescriptor(prototype, 'name');
    if (own?.get) names.push(String(own.get.call(error)));
    prototype = Object.getPrototypeOf(prototype);
  }
  return names;
}

/**
 * Base of all errors of this package. Discriminate with `instanceof` (it works across two copies of the package) or
 * with `code`.
 */
export class VismaError extends Error {
  /** Literal in every class. */
  readonly code: string = 'visma';
  readonly delivery: Delivery;
  readonly operation: string | undefined;
  readonly status: number | undefined;
  readonly errorCode: number | undefined;
  readonly errorId: string | undefined;
  readonly fieldErrors: readonly FieldError[];

  constructor(message: string, details: VismaErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.delivery = details.delivery;
    this.operation = details.operation;
    this.status = details.status;
    this.errorCode = details.errorCode;
    this.errorId = details.errorId;
    this.fieldErrors = details.fieldErrors ?? [];
    Object.defineProperty(this, brand, { value: namesOf(this) });
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'VismaError';
  }

  /** A plain object that is safe to log: no body, no header, no token. */
  toJSON(): Record<string, unknown> {
    const { name, message, code, delivery, operation, status, errorCode, errorId, fieldErrors } = this;
    return { name, message, code, delivery, operation, status, errorCode, errorId, fieldErrors };
  }

  /** True for instances of this class, also when another copy of the package made them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class without a name of its own (a user's subclass) has no brand: the ordinary check holds.
    const own = Object.getOwnPropertyDescriptor(this.prototype, 'name');
    if (!own?.get) return Function.prototype[Symbol.hasInstance].call(this, value);
    const names = typeof value === 'object' && value !== null ? (value as Record<symbol, unknown>)[brand] : undefined;
    return Array.isArray(names) && names.includes(String(own.get.call(this.prototype)));
  }
}
