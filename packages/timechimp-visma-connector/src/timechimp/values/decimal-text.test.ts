import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, negated } from './decimal-text.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);

describe('decimalText', () => {
  it.each([
    [0, '0'], [-0, '0'], [95, '95'], [0.235, '0.235'], [-12.1, '-12.1'], [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'], [1.5e-8, '0.000000015'], [-2.5e-7, '-0.00000025'], [123456789012.34, '123456789012.34'],
  ])('%d is "%s"', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  it('is exact for every decimal of up to 15 digits that travels as a JSON number', () => {
    const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 15 }));
    fc.assert(
      fc.property(decimal, ([digits, places]) => {
        const text = canonical(digits, places);
        expect(decimalText(JSON.parse(text) as number, 'fifteen-digits')).toBe(text);
        expect(decimalText(JSON.parse(text) as number, 'as-sent')).toBe(text);
      }),
      { numRuns },
    );
  });

  it('takes noise of binary arithmetic away at the 16th digit, and leaves it with "as-sent"', () => {
    expect(decimalText(0.1 + 0.2)).toBe('0.3');
    expect(decimalText(31.349999999999998)).toBe('31.35');
    expect(decimalText(121.00000000000001)).toBe('121');
    expect(decimalText(0.1 + 0.2, 'as-sent')).toBe('0.30000000000000004');
  });

  it('never writes an exponent, and a double of the text is the number again with "as-sent"', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText(value, 'as-sent');
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
      { numRuns },
    );
  });

  it('refuses what is no number', () => {
    expect(() => decimalText(Number.NaN)).toThrow(RangeError);
    expect(() => decimalText(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('negated', () => {
  it('turns the sign, and zero has none', () => {
    expect(['1.5', '-1.5', '0', '-0.00'].map(negated)).toEqual(['-1.5', '1.5', '0', '0.00']);
  });
});

/** The decimal without superfluous zeros, as the shortest text of a double has it. */
function canonical(digits: bigint, places: number): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = size.slice(0, size.length - places);
  const fraction = size.slice(size.length - places).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return digits < 0n && text !== '0' ? `-${text}` : text;
}
