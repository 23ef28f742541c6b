import type { QueryValue } from '../core/request-options.ts';

/** Parameters of a query string by name. */
export type Query = Readonly<Record<string, QueryValue>>;

/** `?a=1&b=2`, or nothing. Undefined values are left out. */
export function queryText(query: Query): string {
  let text = '';
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) text += `${text ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
  }
  return text;
}
