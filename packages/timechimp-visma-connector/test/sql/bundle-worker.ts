import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One file for workers of which many are started: from hundreds of files each would take seconds to load. */
export interface Bundle {
  readonly file: string;
  remove(): Promise<void>;
}

/** Bundles the worker from the sources as they are. What brings files of its own along stays outside. */
export async function bundleWorker(name = 'export-worker'): Promise<Bundle> {
  // Inside of the package, where what stays outside is found.
  const file = here(`../../node_modules/.cache/${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [here(`${name}.ts`)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: here('../../tsconfig.json'),
    external: ['pg', '@electric-sql/pglite', '@electric-sql/pglite/*', 'msw', 'msw/*'],
    logLevel: 'silent',
  });
  return { file, remove: () => rm(file, { force: true }) };
}
