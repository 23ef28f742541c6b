import { defineConfig } from 'tsup';

// A build of its own: the fake shares no chunk with what runs in production.
export default defineConfig({
  entry: ['src/timechimp/testing/index.ts'],
  outDir: 'dist/timechimp-testing',
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'node',
  splitting: false,
  dts: true,
});
