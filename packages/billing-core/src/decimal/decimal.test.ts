import { describe, expect, it } from 'vitest';
import { allocateCents, allocateInGroups } from './allocate.ts';
import { absolute, add, compare, divide, type Exact, exact, multiply, negate, percentOf, reduce, subtract, sum, ZERO } from './exact.ts';
import { exactKey, formatBetween, formatCents, formatExact, formatUnits } from './format.ts';
import { parseDecimal } from './parse.ts';
import { fitsDecimals, roundHalfAwayFromZero } from './round.ts';

describe('parseDecimal', () => {
  it.each([['0', 0n, 1n], ['31.35', 3135n, 100n], ['-0.5', -5n, 10n], ['007.10', 710n, 100n], ['-0', 0n, 1n]] as const)('%s', (text, units, per) => {
    expect(parseDecimal(text)).toEqual({ units, per });
  });

  it.each(['', '.', '1.', '.5', '+1', '--1', '1e3', '1,5', ' 1', '1 ', '1_000', '0x10', 'NaN', 'Infinity', '1.2.3', '1'.repeat(41)])('"%s" is no decimal', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('40 characters are read, and what is no text at all is not', () => {
    expect(parseDecimal('1'.repeat(40))?.units).toBe(BigInt('1'.repeat(40)));
    expect(parseDecimal(5 as unknown as string)).toBeUndefined();
  });
});

describe('exact numbers', () => {
  it('adds over the larger scale where it holds the smaller, else over both', () => {
    expect(add(exact(1n, 10n), exact(1n, 100n))).toEqual(exact(11n, 100n));
    expect(add(exact(1n, 100n), exact(1n, 10n))).toEqual(exact(11n, 100n));
    expect(add(exact(1n, 3n), exact(1n, 2n))).toEqual(exact(5n, 6n));
    expect(sum([exact(1n, 10n), exact(2n, 10n), exact(3n)])).toEqual(exact(33n, 10n));
    expect(sum([])).toEqual(ZERO);
  });

  it('subtracts, negates, multiplies, divides, compares', () => {
    expect(subtract(exact(1n), exact(3n))).toEqual(exact(-2n));
    expect(negate(exact(-2n))).toEqual(exact(2n));
    expect(absolute(exact(-2n, 3n))).toEqual(exact(2n, 3n));
    expect(absolute(exact(2n, 3n))).toEqual(exact(2n, 3n));
    expect(multiply(exact(1n, 3n), exact(-2n, 5n))).toEqual(exact(-2n, 15n));
    expect(divide(exact(1n, 2n), exact(3n, 4n))).toEqual(exact(4n, 6n));
    expect(divide(exact(1n, 2n), exact(-3n, 4n))).toEqual(exact(-4n, 6n));
    expect([compare(exact(1n, 3n), exact(1n, 2n)) < 0n, compare(exact(2n, 4n), exact(1n, 2n)), compare(exact(2n), exact(1n)) > 0n]).toEqual([true, 0n, true]);
    expect(percentOf(exact(200n), exact(21n))).toEqual(exact(4200n, 100n));
  });

  it('reduces to lowest terms', () => {
    expect(reduce(exact(-6n, 4n))).toEqual(exact(-3n, 2n));
    expect(reduce(exact(0n, 60n))).toEqual(exact(0n));
    expect([exactKey(exact(95n)), exactKey(exact(9500n, 100n)), exactKey(exact(-1n, 3n))]).toEqual(['95/1', '95/1', '-1/3']);
  });
});

describe('roundHalfAwayFromZero', () => {
  it.each([['2.345', 235n], ['-2.345', -235n], ['2.344', 234n], ['-2.344', -234n], ['0.005', 1n], ['-0.005', -1n], ['0.0049', 0n], ['1', 100n]] as const)('%s to cents is %s', (text, cents) => {
    expect(roundHalfAwayFromZero(parseDecimal(text) ?? ZERO, 2)).toBe(cents);
  });

  it('thirds and to whole numbers', () => {
    expect(roundHalfAwayFromZero(exact(1n, 3n), 2)).toBe(33n);
    expect(roundHalfAwayFromZero(exact(-2n, 3n), 2)).toBe(-67n);
    expect(roundHalfAwayFromZero(exact(5n, 2n), 0)).toBe(3n);
  });

  it('tells what needs no rounding', () => {
    expect([fitsDecimals(exact(2350n, 10_000n), 3), fitsDecimals(exact(235n, 1000n), 2), fitsDecimals(exact(1n, 3n), 6)]).toEqual([true, false, false]);
  });
});

describe('formatting', () => {
  it('cents, never a negative zero', () => {
    expect([0n, 5n, -5n, 123n, -123456n].map(formatCents)).toEqual(['0.00', '0.05', '-0.05', '1.23', '-1234.56']);
    expect([formatUnits(-12n, 0), formatUnits(0n, 0)]).toEqual(['-12', '0']);
    expect(formatExact(exact(-1n, 3_000_000_000n))).toBe('0.000000');
  });

  it.each([['0.2350', 2, 4, '0.235'], ['95', 2, 4, '95.00'], ['0.23456', 2, 4, '0.2346'], ['100', 0, 6, '100'], ['0.5', 0, 6, '0.5'], ['1.50', 2, 2, '1.50'], ['-0.100', 0, 3, '-0.1'], ['10', 0, 0, '10']] as const)(
    '%s with %i to %i decimals is %s', (text, least, most, expected) => {
      expect(formatBetween(parseDecimal(text) ?? ZERO, least, most)).toBe(expected);
    },
  );
});

describe('allocateCents', () => {
  const third = exact(1n, 3n);
  it.each([
    ['three thirds are 0.34, 0.33, 0.33', [third, third, third], 100n, [34n, 33n, 33n]],
    ['the largest part comes first', [exact(1001n, 1000n), exact(1009n, 1000n)], 201n, [100n, 101n]],
    ['below zero', [negate(third), negate(third), negate(third)], -100n, [-34n, -33n, -33n]],
    ['equal parts in the order given, also below zero', [exact(-1005n, 1000n), exact(-1005n, 1000n), exact(-1009n, 1000n)], -302n, [-101n, -100n, -101n]],
    ['the largest part first when taking', [exact(-1002n, 1000n), exact(-1008n, 1000n)], -201n, [-100n, -101n]],
    ['mixed signs', [exact(5n, 1000n), exact(-5n, 1000n)], 0n, [0n, 0n]],
    ['a whole value may give or take one cent', [exact(1n), exact(2n)], 299n, [99n, 200n]],
    ['and take one', [exact(1n), exact(2n)], 302n, [101n, 201n]],
    ['nothing over nothing', [], 0n, []],
  ] as const)('%s', (_, values, total, expected) => {
    expect(allocateCents(values, total)).toEqual(expected);
  });

  it.each([
    ['two cents too much for one value', [exact(1n)], 102n],
    ['two too few', [exact(1n)], 98n],
    ['a cent over nothing', [], 1n],
    ['a value above its cents cannot give one', [exact(1005n, 1000n)], 99n],
    ['a value below its cents cannot take one', [exact(-1005n, 1000n)], -99n],
  ] as const)('undefined: %s', (_, values, total) => {
    expect(allocateCents(values, total)).toBeUndefined();
  });

  it('in groups: first the groups, then their values', () => {
    const part = exact(4n, 1000n);
    const inGroups = (groups: readonly (readonly Exact[])[], total: bigint): readonly bigint[] | undefined =>
      allocateInGroups(groups.flatMap((values, index) => values.map((value) => ({ group: String(index), value }))), ({ group }) => group, ({ value }) => value, total);
    expect(inGroups([[part, part, part], [exact(9n, 1000n)]], 2n)).toEqual([1n, 0n, 0n, 1n]);
    expect(inGroups([[exact(1n)]], 200n)).toBeUndefined();
    expect(inGroups([[exact(1n), exact(-1n), exact(5n, 1000n)], [exact(5n, 1000n)]], 1n)).toEqual([100n, -100n, 1n, 0n]);
    // The group takes its cent, but neither of its values can: both are above their cents.
    expect(inGroups([[exact(1n), exact(-15n, 1000n)], [exact(5n, 1000n)]], 99n)).toEqual([100n, -1n, 0n]);
    expect(inGroups([], 0n)).toEqual([]);
    // Cents come in the order of the list, wherever the groups lie in it.
    const mixed = [{ group: 'a', cents: 4n }, { group: 'b', cents: 9n }, { group: 'a', cents: 6n }];
    expect(allocateInGroups(mixed, ({ group }) => group, ({ cents }) => exact(cents, 1000n), 2n)).toEqual([0n, 1n, 1n]);
  });
});
