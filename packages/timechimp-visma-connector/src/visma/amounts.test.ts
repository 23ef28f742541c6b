import { describe, expect, it } from 'vitest';
import { decimalOf, fromMillionths, multiplyMoney, negated, sameAmount, sumMoney, toMillionths, withVat } from './amounts.ts';

describe('amounts', () => {
  it.each([
    ['0.33', '95.00', '31.35'],
    ['0.50', '0.01', '0.01'],
    ['-0.50', '0.01', '-0.01'],
    ['3.00', '0.235', '0.71'],
    ['1', '1210', '1210.00'],
  ])('multiplies %s by %s to %s, half away from zero', (left, right, product) => {
    expect(multiplyMoney(left, right)).toBe(product);
  });

  it.each([
    ['100.00', '21', '121.00'],
    ['31.35', '21', '37.93'],
    ['0.02', '25', '0.03'],
    ['-31.35', '21', '-37.93'],
    ['10.00', '0', '10.00'],
  ])('adds VAT to %s at %s percent: %s', (amount, percent, gross) => {
    expect(withVat(amount, percent)).toBe(gross);
  });

  it('adds exactly where doubles do not', () => {
    expect(sumMoney(['0.10', '0.20'])).toBe('0.30');
  });

  it('compares numbers, not spellings', () => {
    expect(sameAmount('12.10', 12.1)).toBe(true);
    expect(sameAmount('12.10', 12.11)).toBe(false);
  });

  it('turns signs, and leaves zero alone', () => {
    expect(['1.50', '-1.50', '0.00'].map(negated)).toEqual(['-1.50', '1.50', '0.00']);
  });

  it('never writes a negative zero', () => {
    expect(fromMillionths(-1n, 2)).toBe('0.00');
  });

  it.each([
    [177.75000000000003, '177.75'],
    [1.4210854715202004e-14, '0'],
    [-1.4210854715202004e-14, '0'],
    [0.1 + 0.2, '0.3'],
    [31.349999999999998, '31.35'],
    [123456789012.35, '123456789012.35'],
    [0.235, '0.235'],
    [0.3333333333333333, '0.333333'],
  ])('B3: reads the double %d as %s', (value, text) => {
    expect(decimalOf(value)).toBe(text);
    expect(sameAmount(value, text)).toBe(true);
  });

  it('refuses exponents and words', () => {
    expect(() => toMillionths(1e21)).toThrow(RangeError);
    expect(() => toMillionths('12,50')).toThrow(RangeError);
  });
});
