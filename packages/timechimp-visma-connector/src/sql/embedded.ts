import type { Kysely } from 'kysely';
import { durablePglite } from './durable-pglite.ts';
import { lockFolder } from './folder-lock.ts';
import { fromPglite } from './from-pglite.ts';

/** The embedded database of one folder. */
export interface EmbeddedDatabase {
  readonly db: Kysely<unknown>;
  /** Ends all work, closes the database and lets go of the folder. */
  close(): Promise<void>;
}

/** Settings of `openEmbedded`. */
export interface OpenEmbeddedOptions {
  /** Folder of the database; made where it is missing. */
  readonly folder: string;
}

/**
 * Opens PostgreSQL inside this process (PGlite), kept in a folder, for one machine. Node only.
 *
 * What was acknowledged survives the end of the process and of the machine: PGlite by itself never waits for the disk,
 * here every commit does. One process at a time: a second one is refused with `FolderInUseError`, because two would
 * destroy the files. Closing is not needed for safety, only for the next one to start faster.
 */
export async function openEmbedded(options: OpenEmbeddedOptions): Promise<EmbeddedDatabase> {
  const lock = lockFolder(options.folder);
  try {
    const pglite = await durablePglite(options.folder);
    const db = fromPglite(pglite);
    return {
      db,
      async close() {
        await db.destroy();
        // Kysely closes only what it has used.
        if (!pglite.closed) await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
