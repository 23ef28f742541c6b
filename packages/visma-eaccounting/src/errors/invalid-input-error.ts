import { VismaError } from './visma-error.ts';

/** One fault of an input, found before anything was sent. */
export interface InvalidField {
  /** Path of the field, such as `Rows[2].Quantity`. Empty for the whole input. */
  readonly path: string;
  readonly message: string;
}

/** The input cannot be sent: a field is missing, too long, of the wrong type, or has too many decimals. */
export class InvalidInputError extends VismaError {
  override readonly code = 'invalid-input';
  readonly fields: readonly InvalidField[];

  constructor(fields: readonly InvalidField[], operation?: string) {
    const list = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
    super(`${operation ?? 'Input'}: ${list}.`, { delivery: 'not-sent', operation });
    this.fields = fields;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'InvalidInputError' {
    return 'InvalidInputError';
  }
}
