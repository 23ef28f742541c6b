/**
 * A second, independent way to calculate: plain fractions that share no code with the package. Tests compare what the
 * package prints with what these give.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function frac(text: string | number | bigint, over: bigint = 1n): Fraction {
  const [whole = '0', digits = ''] = String(text).split('.');
  return { n: BigInt(whole + digits), d: 10n ** BigInt(digits.length) * over };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
export const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
export const size = (a: Fraction): Fraction => ({ n: a.n < 0n ? -a.n : a.n, d: a.d });
export const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, frac(0));
export const lessOrEqual = (a: Fraction, b: Fraction): boolean => a.n * b.d <= b.n * a.d;
export const same = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;

/** Half away from zero, by comparing twice the remainder with the divisor. */
export function round(a: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const scaled = size(a).n * scale;
  const down = scaled / a.d;
  const up = (scaled % a.d) * 2n >= a.d ? down + 1n : down;
  return { n: a.n < 0n ? -up : up, d: scale };
}

/** A decimal text as the package prints it. */
export function text(a: Fraction, decimals: number): string {
  const { n } = round(a, decimals);
  const digits = String(n < 0n ? -n : n).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return `${n < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? '.' : ''}${digits.slice(cut)}`;
}
