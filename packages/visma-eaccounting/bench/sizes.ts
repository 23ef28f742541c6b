import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const source = new URL('../src/index.ts', import.meta.url).pathname;

/** Programs whose bundles are measured. */
const programs = {
  'one resource (customers)': `import { createClientOf, CustomersResource } from ${JSON.stringify(source)};
    export const client = (auth) => createClientOf({ customers: CustomersResource }, { auth });`,
  'all 228 operations': `import { createVismaClient } from ${JSON.stringify(source)};
    export const client = (auth) => createVismaClient({ auth });`,
};

/** Bytes of one bundle. */
export interface Size {
  readonly program: string;
  readonly minified: number;
  readonly gzipped: number;
}

async function bundle(program: string, external: readonly string[]): Promise<readonly [minified: number, gzipped: number]> {
  const result = await build({
    stdin: { contents: program, resolveDir: new URL('..', import.meta.url).pathname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    platform: 'browser',
    write: false,
    external: [...external],
    logLevel: 'error',
  });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  return [code.byteLength, gzipSync(code, { level: 9 }).byteLength];
}

/** Own code of this package, minified and gzipped: zod and ofetch do not count. */
export async function ownSizes(): Promise<Size[]> {
  return Promise.all(
    Object.entries(programs).map(async ([program, code]) => {
      const [minified, gzipped] = await bundle(code, ['zod', 'ofetch']);
      return { program, minified, gzipped };
    }),
  );
}

/** The same with everything that runs: zod and the web build of ofetch. */
export async function fullSizes(): Promise<Size[]> {
  return Promise.all(
    Object.entries(programs).map(async ([program, code]) => {
      const [minified, gzipped] = await bundle(code, []);
      return { program: `${program}, with zod and ofetch`, minified, gzipped };
    }),
  );
}
