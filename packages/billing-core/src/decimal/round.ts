import type { Exact } from './exact.ts';

const POWERS: bigint[] = [];

/** 10 to the power of a small whole number; each is worked out once. */
export function tenTo(power: number): bigint {
  return (POWERS[power] ??= 10n ** BigInt(power));
}

/**
 * Rounds half away from zero to `decimals` decimals, and gives the result in units of the last decimal: 2.345 to 2
 * decimals is 235n, -2.345 is -235n. This is the one rounding of this package, and the one that Visma and a person with
 * a calculator use.
 */
export function roundHalfAwayFromZero(value: Exact, decimals: number): bigint {
  const doubled = value.units * tenTo(decimals) * 2n;
  const half = value.units < 0n ? -value.per : value.per;
  return (doubled + half) / (value.per * 2n);
}

/** Whether the value needs no more than `decimals` decimals. */
export function fitsDecimals(value: Exact, decimals: number): boolean {
  return (value.units * tenTo(decimals)) % value.per === 0n;
}
