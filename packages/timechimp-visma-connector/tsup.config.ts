import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    memory: 'src/memory/index.ts',
    scheduler: 'src/scheduler/index.ts',
    sql: 'src/sql/index.ts',
    timechimp: 'src/timechimp/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  dts: true,
  clean: true,
});
