import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', oauth: 'src/oauth/index.ts', 'oauth-loopback': 'src/oauth/loopback/index.ts' },
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  dts: true,
  clean: true,
});
