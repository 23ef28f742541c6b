import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

interface Esbuild {
  readonly build: (options: object) => Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

// The bundler that tsup brings along.
const require = createRequire(import.meta.url);
const { build } = createRequire(require.resolve('tsup'))('esbuild') as Esbuild;

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
