import { expect, it } from 'vitest';
import { minutesFromHours } from './minutes-from-hours.ts';

it.each([
  ['1', 60, true], ['0.25', 15, true], ['0.33', 20, false], ['0.3333333333333333', 20, false], ['-0.5', -30, true], ['0.0083', 0, false], ['0.0084', 1, false], ['7.6', 456, true],
] as const)('%s hours are %i minutes', (hours, minutes, whole) => {
  expect(minutesFromHours(hours)).toEqual({ minutes, whole });
});

it.each(['', '0:20', '1e-7', '9'.repeat(30)])('"%s" cannot be read', (hours) => {
  expect(minutesFromHours(hours)).toBeUndefined();
});
