/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [field: string]: Json };

/** A JSON object as it travels: PascalCase field names, dates as text, amounts as numbers. */
export interface WireObject {
  [field: string]: Json;
}

/** True for an object that is neither null nor an array. */
export function isWireObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy, so that no caller can change the books by changing an answer. */
export function copyOf<T>(value: T): T {
  return structuredClone(value);
}
