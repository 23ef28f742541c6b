import { InvalidInputError } from '../errors/invalid-input-error.ts';

/**
 * Fills the path of an operation such as `GET /customers/{customerId}`. Values are encoded; empty ones, `.`, `..` and
 * objects are refused, because they would address something else.
 */
export function fillPath(operation: string, values: readonly unknown[]): string {
  let at = 0;
  return operation.slice(operation.indexOf('/')).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[at++];
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text !== 'string' || /^\.{0,2}$/.test(text)) {
      throw new InvalidInputError([{ path: name, message: 'must be text that is not empty' }], operation);
    }
    return encodeURIComponent(text);
  });
}
