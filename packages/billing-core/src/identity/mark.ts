/**
 * The mark that is written on a document and looked for later: `TC-` and 12 characters of Crockford's base 32
 * (60 bits of the key's SHA-256).
 */
export function markFor(_key: string): string {
  return '';
}

/** SHA-256 of the canonical JSON, in hexadecimal: equal payloads, equal hash. */
export function payloadHash(_value: unknown): string {
  return '';
}
