/**
 * An exact number: `units / per`, with `per` above zero. It is a scaled bigint whose scale may be any whole number,
 * because money here is divided by more than tens: an hour has 60 minutes, a price with 21 % VAT 121 parts. Adding and
 * multiplying never round; the only way back to decimals is a function that names its rounding.
 */
export interface Exact {
  readonly units: bigint;
  readonly per: bigint;
}

/** `units / per`, not reduced. `per` must be above zero; default 1. */
export function exact(units: bigint, per = 1n): Exact {
  return { units, per };
}

/** Zero. */
export const ZERO: Exact = exact(0n);

/** a + b. The larger scale is kept where it holds the smaller one, so that a sum of a million does not grow. */
export function add(a: Exact, b: Exact): Exact {
  if (a.per === b.per) return exact(a.units + b.units, a.per);
  if (a.per % b.per === 0n) return exact(a.units + b.units * (a.per / b.per), a.per);
  if (b.per % a.per === 0n) return exact(a.units * (b.per / a.per) + b.units, b.per);
  return exact(a.units * b.per + b.units * a.per, a.per * b.per);
}

/** -a. */
export function negate(a: Exact): Exact {
  return exact(-a.units, a.per);
}

/** a - b. */
export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

/** a x b. */
export function multiply(a: Exact, b: Exact): Exact {
  return exact(a.units * b.units, a.per * b.per);
}

/** a / b, exactly. `b` must not be zero. */
export function divide(a: Exact, b: Exact): Exact {
  return b.units < 0n
    ? exact(-a.units * b.per, a.per * -b.units)
    : exact(a.units * b.per, a.per * b.units);
}

/** The value without its sign. */
export function absolute(a: Exact): Exact {
  return a.units < 0n ? negate(a) : a;
}

/** Below zero, zero or above zero, as a is below, equal to or above b. */
export function compare(a: Exact, b: Exact): bigint {
  return a.units * b.per - b.units * a.per;
}

/** The sum of a list; zero when it is empty. */
export function sum(values: readonly Exact[]): Exact {
  return values.reduce(add, ZERO);
}

/** `percent` / 100 of a. */
export function percentOf(a: Exact, percent: Exact): Exact {
  return exact(a.units * percent.units, a.per * percent.per * 100n);
}

/** In lowest terms: equal numbers get equal parts. */
export function reduce(a: Exact): Exact {
  let [x, y] = [absolute(a).units, a.per];
  while (y > 0n) [x, y] = [y, x % y];
  return exact(a.units / x, a.per / x);
}
