const brand = Symbol.for('@x/timechimp-visma-connector/SecretBoxError');

/** A sealed text could not be opened: wrong key, wrong context, or damaged. Contains neither key nor secret. */
export class SecretBoxError extends Error {
  readonly code = 'secret-box';

  constructor(message: string) {
    super(message);
    Object.defineProperty(this, brand, { value: true });
  }

  /** Works across two copies of this package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'SecretBoxError' {
    return 'SecretBoxError';
  }
}
