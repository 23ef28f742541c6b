import type { QueryValue } from '../core/request-options.ts';

/** `?a=1&b=2`, or nothing. Undefined values are left out. */
export function queryText(query: Readonly<Record<string, QueryValue>>): string {
  let text = '';
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    text += `${text ? '&' : '?'}${name}=${encodeURIComponent(String(value))}`;
  }
  return text;
}
