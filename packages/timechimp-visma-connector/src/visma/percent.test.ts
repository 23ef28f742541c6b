import { describe, expect, it } from 'vitest';
import { percentText } from './percent.ts';

describe('percentText', () => {
  it.each([
    [21, '21'],
    [0.21, '21'],
    [0.09, '9'],
    [9, '9'],
    [0, '0'],
    [0.055, '5.5'],
    [5.5, '5.5'],
    [0.1, '10'],
    [100, '100'],
    [21.000000000000004, '21'],
    [0.21000000000000002, '21'],
  ])('reads %d as %s percent', (rate, percent) => {
    expect(percentText(rate)).toBe(percent);
  });

  it('refuses what is no rate', () => {
    expect(() => percentText(Number.NaN)).toThrow(RangeError);
    expect(() => percentText(-1)).toThrow(RangeError);
  });
});
