import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, payloadHash } from '../../src/index.ts';
import { allocateCents } from '../../src/decimal/allocate.ts';
import { exact, negate, sum } from '../../src/decimal/exact.ts';
import { formatBetween, formatUnits } from '../../src/decimal/format.ts';
import { parseDecimal } from '../../src/decimal/parse.ts';
import { roundHalfAwayFromZero } from '../../src/decimal/round.ts';
import { decimal, runs } from '../support/arbitraries.ts';
import { frac, lessOrEqual, minus, round, size, text } from '../support/rational.ts';

const fraction = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([units, per]) => exact(units, per));

describe('D1, law: rounding is half away from zero', () => {
  it('as a second calculation has it, and mirrored at zero', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 8 }), (value, decimals) => {
        const rounded = roundHalfAwayFromZero(value, decimals);
        expect(rounded).toBe(round({ n: value.units, d: value.per }, decimals).n);
        expect(roundHalfAwayFromZero(negate(value), decimals)).toBe(-rounded);
        expect(formatUnits(rounded, decimals)).toBe(text({ n: value.units, d: value.per }, decimals));
      }),
      runs,
    );
  });
});

describe('law: a decimal survives its text', () => {
  it('reading and printing give it back', () => {
    fc.assert(
      fc.property(decimal(-1000, 1_000_000, 6), (one) => {
        const value = parseDecimal(one)!;
        expect(Number(formatBetween(value, 0, 6))).toBe(Number(one));
        expect(parseDecimal(formatBetween(value, 6, 6))).toEqual(value);
      }),
      runs,
    );
  });
});

describe('law: nothing is lost in giving out cents', () => {
  it('they add up, no value moves by more than one, and opposites mirror each other', () => {
    fc.assert(
      fc.property(fc.array(fraction, { minLength: 1, maxLength: 20 }), fc.bigInt({ min: -3n, max: 3n }), (values, nudge) => {
        const total = roundHalfAwayFromZero(sum(values), 2) + nudge;
        const cents = allocateCents(values, total);
        if (nudge === 0n) expect(cents).toBeDefined();
        expect(allocateCents(values.map(negate), -total)).toEqual(cents?.map((one) => -one));
        if (!cents) return;
        expect(cents.reduce((a, b) => a + b, 0n)).toBe(total);
        for (const [index, one] of cents.entries()) {
          const { units: n, per: d } = values[index]!;
          expect(lessOrEqual(size(minus(frac(one, 100n), { n, d })), frac('0.01'))).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('law: equal payloads have equal hashes', () => {
  it('in whatever order their fields were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(payloadHash(turned)).toBe(payloadHash(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs,
    );
  });
});
