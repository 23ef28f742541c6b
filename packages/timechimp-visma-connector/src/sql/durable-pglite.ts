import type { PGlite } from '@electric-sql/pglite';
import { ensureDatabaseFolder } from './database-folder.ts';

/** What Emscripten's file system on Node gives us of an open file, and where it asks to have it on the disk. */
interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: { readonly nfd?: number | undefined }) => number };
}

/**
 * A PGlite on a folder that is as durable as a server. As it comes, it runs with `fsync=off` (`-F`), and its file system
 * has no `fsync` at all. Here the flag is left out, the file system gets its missing function, and the write-ahead log is
 * synced with the call that then exists (`fsync`; Emscripten's `fdatasync` does nothing).
 */
export async function durablePglite(folder: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { NodeFS } = await import('@electric-sql/pglite/nodefs');
  const { fsyncSync } = process.getBuiltinModule('node:fs');

  class DurableFiles extends NodeFS {
    /**
     *
     */
    override async init(...args: Parameters<typeof NodeFS.prototype.init>) {
      const { emscriptenOpts } = await super.init(...args);
      const addSync = (module: object): void => {
        (module as { readonly NODEFS: NodeFiles }).NODEFS.stream_ops.fsync = ({ nfd }) => {
          if (nfd !== undefined) fsyncSync(nfd);
          return 0;
        };
      };
      return { emscriptenOpts: { ...emscriptenOpts, preRun: [...[emscriptenOpts.preRun ?? []].flat(), addSync] } };
    }
  }

  await ensureDatabaseFolder(folder, async (draft) => {
    const fresh = new PGlite(draft);
    await fresh.waitReady;
    await fresh.close();
  });
  const pglite = new PGlite({
    fs: new DurableFiles(folder),
    startParams: [
      ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
      '-c',
      'fsync=on',
      '-c',
      'wal_sync_method=fsync',
    ],
  });
  await pglite.waitReady;
  return pglite;
}
