import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, cents, decimalsOf, divideRounded, scaled } from './exact.ts';

describe('exact amounts', () => {
  it('rounds half away from zero', () => {
    expect([0.005, -0.005, 1.005, 31.665].map(cents)).toEqual([1n, -1n, 101n, 3167n]);
    expect([divideRounded(5n, 10n), divideRounded(-5n, 10n), divideRounded(4n, 10n)]).toEqual([1n, -1n, 0n]);
  });

  it('counts decimals also of numbers that print with an exponent', () => {
    expect([1, 0.23, 0.2355, 1e-7, 1e21].map(decimalsOf)).toEqual([0, 2, 4, 7, 0]);
  });

  it('turns cents into an amount and back without loss', () => {
    fc.assert(fc.property(fc.bigInt({ min: -100_000_000_000_000n, max: 100_000_000_000_000n }), (value) => cents(amountOf(value)) === value));
  });

  it('scales by text, so that 0.1 + 0.2 is no trap', () => {
    expect(scaled(0.1, 2) + scaled(0.2, 2)).toBe(scaled(0.3, 2));
  });
});
