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

/** A deep copy of plain data, so that no caller can change the books by changing an answer. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (!isWireObject(value)) return value;
  const copy: WireObject = {};
  for (const name in value) copy[name] = copyOf((value as WireObject)[name] ?? null);
  return copy as T;
}
