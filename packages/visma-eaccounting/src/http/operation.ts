import { oncePer } from '../schemas/once.ts';
import { InvalidInputError } from '../errors/invalid-input-error.ts';

/** What the name of an operation, such as `GET /customers/{customerId}`, says. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly write: boolean;
  /** Methods and ids do not matter for the rate limit: the API counts per endpoint. */
  readonly limiterKey: string;
  /** The path, and every other time the name of a parameter. */
  readonly parts: readonly string[];
}

/** Reads the name of an operation, once. */
export const operationOf = /* @__PURE__ */ oncePer((name: string): Operation => {
  const [method = '', path = ''] = name.split(' ');
  return { name, method, write: method !== 'GET', limiterKey: path.replaceAll(/{\w*/g, '{'), parts: path.split(/[{}]/) };
});

/**
 * Fills the path of an operation. Values are encoded; empty ones, `.`, `..` and objects are refused, because they would
 * address something else.
 */
export function fillPath({ name, parts }: Operation, values: readonly unknown[]): string {
  return parts
    .map((part, at) => {
      if (at % 2 === 0) return part;
      const value = values[(at - 1) / 2];
      const plain = typeof value === 'string' ? !/^\.{0,2}$/.test(value) : Number.isSafeInteger(value);
      if (!plain) throw new InvalidInputError([{ path: part, message: 'Invalid input' }], name);
      return encodeURIComponent(value as string);
    })
    .join('');
}
