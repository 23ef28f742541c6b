const hidden = '[redacted]';

/** Patterns of secrets, whoever wrote the text. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${hidden}`],
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, hidden],
  [/(["']?\b(?:access_token|refresh_token|id_token|client_secret|code_verifier|token|code|password|authorization)["']?\s*[=:]\s*)(["']?)[^\s"'&,;}]+\2/gi, `$1${hidden}`],
];

/** Text of others, safe for a message: known secrets and whatever looks like one are replaced; at most 500 characters. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) if (secret.length > 3) safe = safe.replaceAll(secret, hidden);
  for (const [pattern, replacement] of patterns) safe = safe.replace(pattern, replacement);
  return safe.length > 500 ? `${safe.slice(0, 500)}…` : safe;
}

/**
 * A copy of an error that is safe to attach as a cause: its name, code and redacted message, and those of its own
 * causes. Requests, headers and bodies that hang on the original are left behind.
 */
export function safeCause(failure: unknown, secrets: readonly string[] = [], depth = 0): Error {
  const source = (typeof failure === 'object' && failure !== null ? failure : { message: failure }) as {
    readonly [Key in 'name' | 'message' | 'code' | 'cause']?: unknown;
  };
  const text = (value: unknown, other: string): string => redact(typeof value === 'string' ? value : other, secrets);
  const copy = new Error(text(source.message, ''));
  Object.defineProperty(copy, 'name', { value: text(source.name, 'Error') });
  if (typeof source.code === 'string') Object.assign(copy, { code: redact(source.code, secrets) });
  if (source.cause !== undefined && depth < 3) copy.cause = safeCause(source.cause, secrets, depth + 1);
  delete copy.stack;
  return copy;
}
