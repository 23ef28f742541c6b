import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

/** Crockford's base 32: no I, L, O, U, so that it survives being read aloud and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The mark that is written on a document and looked for later: `TC-` and 12 characters of Crockford's base 32. That is
 * 60 bits of the key's SHA-256: among a million documents two share a mark with a chance below one in a million, and
 * a mark alone never decides.
 */
export function markFor(key: string): string {
  let bits = BigInt(`0x${hashText(key).slice(0, 15)}`);
  let mark = '';
  for (let index = 0; index < 12; index++, bits >>= 5n) {
    mark = ALPHABET.charAt(Number(bits & 31n)) + mark;
  }
  return `TC-${mark}`;
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function hashText(text: string): string {
  return Array.from(sha256(text), (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** SHA-256 of the canonical JSON, as 64 hexadecimal digits: equal payloads, equal hash. */
export function payloadHash(value: unknown): string {
  return hashText(canonicalJson(value));
}
