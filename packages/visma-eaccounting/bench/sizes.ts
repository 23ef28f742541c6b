import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A client of chosen resources: classes by the names that a program gives them. */
function clientOf(classes: Readonly<Record<string, string>>): string {
  const members = Object.entries(classes).map(([name, resource]) => `${name}: ${resource}`);
  return `import { createClientOf, ${Object.values(classes).join(', ')} } from './src/index.ts';
    export const client = (auth) => createClientOf({ ${members.join(', ')} }, { auth });`;
}

/** Programs whose bundles are measured; zod and ofetch, which most have anyway, are left out. */
const programs = {
  'one resource': clientOf({ customers: 'CustomersResource' }),
  'five resources': clientOf({
    customers: 'CustomersResource', articles: 'ArticlesResource', drafts: 'CustomerInvoiceDraftsResource', invoices: 'CustomerInvoicesResource',
    ledgerItems: 'CustomerLedgerItemsResource',
  }),
  'all operations': `import { createVismaClient } from './src/index.ts';
    export const client = (auth) => createVismaClient({ auth });`,
  'oauth, with its library': `export * from './src/oauth/index.ts';`,
};

/** Bytes of one bundle. */
export interface Size {
  readonly program: keyof typeof programs;
  readonly gzipped: number;
}

async function bundled(program: string): Promise<number> {
  const result = await build({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    platform: 'browser',
    write: false,
    external: ['zod', 'ofetch'],
    logLevel: 'error',
  });
  return gzipSync(result.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).byteLength;
}

/** Own code of this package, minified and gzipped. */
export function ownSizes(): Promise<Size[]> {
  return Promise.all(
    Object.entries(programs).map(async ([program, code]) => ({ program: program as Size['program'], gzipped: await bundled(code) })),
  );
}
