import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What one can import, with the bytes that it may cost: minified and gzipped, with everything that it needs. The package
 * has no dependencies, so this is all there is. The bytes are what was reached, rounded up; decision 0004 says why not less.
 */
export const BUDGETS: readonly { readonly name: string; readonly exports: readonly string[]; readonly bytes: number }[] = [
  { name: 'proposeInvoices', exports: ['proposeInvoices'], bytes: 12_960 },
  { name: 'unbilledTerms', exports: ['unbilledTerms'], bytes: 3_450 },
  { name: 'proposeSalesEntry', exports: ['proposeSalesEntry'], bytes: 6_870 },
  { name: 'explain', exports: ['explainInvoice', 'explainSalesEntry', 'explanationText'], bytes: 1_625 },
  { name: 'payloadHash and markFor', exports: ['payloadHash', 'markFor'], bytes: 920 },
  { name: 'everything', exports: ['*'], bytes: 21_040 },
];

/** Bundles some exports of the package from its sources; gives the minified text. */
export async function bundle(names: readonly string[]): Promise<string> {
  const what = names.includes('*') ? '*' : `{ ${names.join(', ')} }`;
  const result = await build({
    stdin: { contents: `export ${what} from './src/index.ts'`, resolveDir: root, loader: 'ts' },
    bundle: true, minify: true, write: false, format: 'esm', target: 'es2023', platform: 'neutral', metafile: true,
  });
  const outside = Object.keys(result.metafile.inputs).filter((path) => path !== '<stdin>' && !path.startsWith('src/') && !path.includes('/src/'));
  const externals = Object.values(result.metafile.outputs).flatMap(({ imports }) => imports);
  if (outside.length > 0 || externals.length > 0) throw new Error(`the bundle is not the package alone: ${outside.join(' ')}`);
  return result.outputFiles[0]?.text ?? '';
}

/** Bytes of a text, gzipped at the highest level. */
export function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).byteLength;
}
