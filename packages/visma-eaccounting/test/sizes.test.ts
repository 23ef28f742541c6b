import { expect, it } from 'vitest';
import { ownSizes } from '../bench/sizes.ts';

it('stays small: one resource in 8 KiB, all operations in 32 KiB, minified and gzipped', async () => {
  const [one, all] = await ownSizes();
  expect(one?.gzipped).toBeGreaterThan(4000);
  expect(one?.gzipped).toBeLessThanOrEqual(8 * 1024);
  expect(all?.gzipped).toBeLessThanOrEqual(32 * 1024);
});
