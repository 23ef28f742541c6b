import { InvalidInputError } from '../errors/invalid-input-error.ts';

/**
 * Fills the path of an operation such as `GET /customers/{customerId}`. Values are encoded; empty ones, `.`, `..` and
 * objects are refused, because they would address something else.
 */
export function fillPath(operation: string, values: readonly unknown[]): string {
  let at = 0;
  return operation.replace(/^\w+ /, '').replaceAll(/\{(\w+)\}/g, (_, path: string) => {
    const value = values[at++];
    const plain = typeof value === 'string' ? !/^\.{0,2}$/.test(value) : Number.isSafeInteger(value);
    if (!plain) throw new InvalidInputError([{ path, message: 'Invalid input' }], operation);
    return encodeURIComponent(value as string | number);
  });
}
