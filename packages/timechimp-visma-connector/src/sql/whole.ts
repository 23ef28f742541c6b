/** A number for a bigint column. Throws `RangeError` unless it is whole and exact. */
export function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('A time or version is a whole number of at most 2^53 - 1.');
  return value;
}

/** The same, where null is allowed. */
export function wholeOrNull(value: number | null): number | null {
  return value === null ? null : whole(value);
}
