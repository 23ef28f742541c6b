import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../src/sql/index.ts';
import { testPlace } from './test-place.ts';

/** An empty embedded database in a folder of its own. */
export interface EmbeddedFolder {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Making a database takes many times as long as opening one, so it is made once per version of PGlite and then copied. */
export async function embeddedFolder(): Promise<EmbeddedFolder> {
  const place = await testPlace('connector-embedded-');
  const folder = join(place, 'data');
  const model = await modelFolder();
  if (!existsSync(model)) {
    await (await openEmbedded({ folder })).close();
    await mkdir(dirname(model), { recursive: true });
    const copy = `${model}.${process.pid}`;
    await cp(folder, copy, { recursive: true });
    // Whoever is second leaves the model of the first.
    await rename(copy, model).catch(() => rm(copy, { recursive: true }));
  } else {
    await cp(model, folder, { recursive: true });
  }
  return { folder, remove: () => rm(place, { recursive: true, force: true }) };
}

async function modelFolder(): Promise<string> {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const manifest = await readFile(here('../../node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return here(`../../node_modules/.cache/pglite-${version}`);
}
