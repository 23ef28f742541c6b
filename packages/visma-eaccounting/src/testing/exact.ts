/** Exact arithmetic for the fake's own sums: integers at a named number of decimals, never floats. */

/** The decimal text of a JSON number, without exponent. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toFixed(20).replace(/\.?0+$/, '');
}

/** How many decimals a JSON number has. */
export function decimalsOf(value: number): number {
  const text = decimalText(value);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** The number as an integer of `decimals` decimals; further decimals are rounded half away from zero. */
export function scaled(value: number, decimals: number): bigint {
  const text = decimalText(Math.abs(value));
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = BigInt(`${whole}${fraction.padEnd(decimals + 1, '0').slice(0, decimals + 1)}`);
  const rounded = (digits + 5n) / 10n;
  return value < 0 ? -rounded : rounded;
}

/** Divides and rounds half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const quotient = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -quotient : quotient;
}

/** Cents of an amount. */
export function cents(value: number): bigint {
  return scaled(value, 2);
}

/** An amount in cents as the JSON number that prints with at most two decimals. */
export function amountOf(value: bigint): number {
  return Number(value) / 100;
}
