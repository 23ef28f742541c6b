import type { WireObject } from './json.ts';

/** A number field; one that was left out counts as 0. */
export function numberIn(record: WireObject, name: string): number {
  const value = record[name];
  return typeof value === 'number' ? value : 0;
}

/** A text field; undefined when it was left out, null or empty. */
export function textIn(record: WireObject, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The day of a date field, YYYY-MM-DD; undefined when it was left out. */
export function dateIn(record: WireObject, name: string): string | undefined {
  return textIn(record, name)?.slice(0, 10);
}

/** A text field that the model requires; empty when it is no text. */
export function textOf(record: WireObject, name: string): string {
  const value = record[name];
  return typeof value === 'string' ? value : '';
}
