import { cutText } from '../../text/cut-text.ts';

const hidden = '[redacted]';

/** A JSON body, or undefined when the text is none. The only place of the adapter that parses one. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Text of others, safe for a message: the secrets are cut out; one line of at most 300 characters. */
export function redact(text: string, secrets: readonly string[]): string {
  let safe = text;
  for (const secret of secrets) if (secret !== '') safe = safe.replaceAll(secret, hidden);
  // Keys of API v2 begin with TC_; a bearer token may be echoed by something in between.
  safe = safe.replace(/\bTC_[\w-]{6,}/g, hidden).replace(/\bBearer\s+[\w.~+/=-]+/gi, `Bearer ${hidden}`);
  safe = safe.replace(/\s+/g, ' ').trim();
  return safe.length > 300 ? `${cutText(safe, 300)}...` : safe;
}

/**
 * What an error body says, or undefined when it is not TimeChimp's own: the body of API v2 is not documented, so any JSON
 * object or text with a `message`, `title`, `detail`, `error` or `errors` counts.
 */
export function messageOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = body as Record<string, unknown>;
  const parts = ['message', 'title', 'detail', 'error', 'errors'].flatMap((name) => {
    const value = fields[name];
    if (value === undefined || value === null) return [];
    return [typeof value === 'string' ? value : JSON.stringify(value)];
  });
  return parts.length === 0 ? undefined : parts.join('; ');
}
