import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const source = (path: string): string =>
  fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

/**
 * Packages are tested from their sources, also where one imports another, so that a test never sees a stale build.
 * The built packages are tested as tarballs, see tooling/.
 */
export function packageTests(): ViteUserConfig {
  return defineConfig({
    resolve: {
      alias: [
        { find: /^@x\/billing-core$/, replacement: source('billing-core/src/index.ts') },
        { find: /^@x\/visma-eaccounting$/, replacement: source('visma-eaccounting/src/index.ts') },
        {
          find: /^@x\/visma-eaccounting\/(oauth|oauth\/loopback|testing)$/,
          replacement: source('visma-eaccounting/src/$1/index.ts'),
        },
        {
          find: /^@x\/timechimp-visma-connector$/,
          replacement: source('timechimp-visma-connector/src/index.ts'),
        },
        {
          find: /^@x\/timechimp-visma-connector\/(memory|scheduler|sql|testing|timechimp|timechimp\/testing)$/,
          replacement: source('timechimp-visma-connector/src/$1/index.ts'),
        },
      ],
    },
    test: {
      include: ['{src,test,scripts}/**/*.test.ts'],
      reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
      // Long enough for a thousand cases on a busy machine of two cores; a test that hangs still ends.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      restoreMocks: true,
      unstubGlobals: true,
    },
  });
}
