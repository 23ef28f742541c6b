/**
 * PostgreSQL's text holds neither U+0000 nor half of a surrogate pair, a driver replaces the latter silently, and PGlite
 * drops a U+FEFF at the start. All of them can stand in what people typed. They are kept as U+001A and four hexadecimal
 * digits, and so is U+001A itself.
 */
const awkward = /[\0\u001a\ufeff]|\p{Surrogate}/gu;
const escaped = /\u001a([0-9a-f]{4})/g;

/** Longest text of an indexed column in bytes: two of them fit into an entry of a B-tree (2,704 bytes). */
const longestKey = 1000;

/** Any text as one that a column of type text holds. */
export function escapeText(text: string): string {
  return text.replace(awkward, (unit) => `\u001a${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text that was escaped. */
export function unescapeText(text: string): string {
  if (!text.includes('\u001a')) return text;
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The same for an id, key or name that is indexed. Throws `RangeError` for one of more than 1,000 bytes. */
export function escapeKey(text: string): string {
  const key = escapeText(text);
  if (key.length * 3 > longestKey && new TextEncoder().encode(key).length > longestKey) {
    throw new RangeError(`An id, key or name takes at most ${longestKey} bytes.`);
  }
  return key;
}
