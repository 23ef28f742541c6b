import type { DecimalText } from '../model/primitives.ts';
import { exact, type Exact } from './exact.ts';

/** Longer texts are refused: no amount needs them, and their arithmetic would be slow. */
const MAX_LENGTH = 40;

const PATTERN = /^-?\d+(?:\.\d+)?$/;

/**
 * Reads a decimal text without loss. `undefined` for anything else: an exponent, a comma, blanks, a number longer than
 * 40 characters, a value that is not a string at all.
 */
export function parseDecimal(text: DecimalText): Exact | undefined {
  if (typeof text !== 'string' || text.length > MAX_LENGTH || !PATTERN.test(text)) return undefined;
  const [whole = '', fraction = ''] = text.split('.');
  return exact(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}
