import { defineConfig } from 'vitest/config';

/** The tests that a mutant has to get past: golden tables, unit tests, and the laws with few cases each. */
export default defineConfig({
  test: {
    include: ['{src,test}/**/*.test.ts'],
    exclude: ['src/calendar/**', 'src/identity/**'],
    env: { FC_RUNS: '15' },
    isolate: false,
  },
});
