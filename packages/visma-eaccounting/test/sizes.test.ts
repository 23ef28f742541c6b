import { expect, it } from 'vitest';
import { ownSizes } from '../bench/sizes.ts';

it('stays small: one resource in 8 KiB, all operations in 32 KiB, OAuth with its library in 9 KiB, minified and gzipped', async () => {
  const sizes = Object.fromEntries((await ownSizes()).map(({ program, gzipped }) => [program, gzipped]));
  expect(sizes['one resource']).toBeGreaterThan(4000);
  expect(sizes['one resource']).toBeLessThanOrEqual(8 * 1024);
  expect(sizes['five resources']).toBeLessThan(sizes['all operations'] ?? 0);
  expect(sizes['all operations']).toBeLessThanOrEqual(32 * 1024);
  expect(sizes['oauth, with its library']).toBeGreaterThan(4000);
  expect(sizes['oauth, with its library']).toBeLessThanOrEqual(9 * 1024);
});
