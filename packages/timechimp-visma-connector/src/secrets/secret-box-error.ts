const brand = Symbol.for('@x/timechimp-visma-connector/secret-box-error');

/**
 * A sealed text could not be opened. `malformed`: it is not one. `unknown-key`: the key that sealed it is not in the
 * box. `wrong`: key, context and text do not belong together. Contains neither secret nor key nor sealed text.
 */
export class SecretBoxError extends Error {
  readonly code = 'secret-box';
  readonly fault: 'malformed' | 'unknown-key' | 'wrong';

  constructor(fault: SecretBoxError['fault']) {
    super(`A sealed secret cannot be opened: ${fault}.`);
    this.fault = fault;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'SecretBoxError';
  }

  /** True for instances of this class, also when another copy of the package made them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== SecretBoxError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && brand in value;
  }
}
