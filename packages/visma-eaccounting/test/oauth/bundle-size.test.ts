import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('takes at most 9 kB of a bundle, minified and gzipped, oauth4webapi included', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/oauth/index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const size = gzipSync(outputFiles[0]!.contents, { level: 9 }).byteLength;
  expect(size).toBeLessThanOrEqual(9000);
  expect(size, 'the figure is measured on a real bundle').toBeGreaterThan(4000);
});
