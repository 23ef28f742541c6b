import rules from './overlay.json' with { type: 'json' };

/** Where the check allows more than the document says; each rule states why. */
export interface Overlay {
  readonly dates: { readonly format: string; readonly also: string };
  readonly statuses: { readonly allowed: readonly number[] };
  readonly noContent: { readonly status: number };
  readonly queryOptions: { readonly onLists: readonly string[] };
  readonly files: { readonly operations: readonly string[] };
  readonly writable: { readonly fields: readonly string[] };
}

/** The committed rules. */
export const overlay: Overlay = rules;

/** A schema in which a date may be either form; leaves every other schema as it is. */
export function withDates(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withDates);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { format, type, ...rest } = schema as Record<string, unknown>;
  if (format !== overlay.dates.format) {
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withDates(value)]));
  }
  const types = Array.isArray(type) ? (type as unknown[]) : [type];
  const forms: unknown[] = [overlay.dates.format, overlay.dates.also].map((each) => ({ type: 'string', format: each }));
  return { ...rest, anyOf: types.includes('null') ? [...forms, { type: 'null' }] : forms };
}
