/** A folder that is ours until we let go of it or our process ends, however it ends. */
export interface FolderLock {
  /** Lets go of the folder. */
  release(): void;
}

/** The folder is in use by another process, or by another database of this one. Nothing was touched. */
export class FolderInUseError extends Error {
  readonly code = 'folder-in-use';

  constructor() {
    super('Another process has the folder of this database open.');
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'FolderInUseError';
  }
}

/**
 * Locks a folder through a file beside it, named like it with `.lock` added. The lock is SQLite's: Node
 * brings it along, it works on every system, and the system itself takes it away when the process dies, so that no stale
 * lock has to be judged. Throws `FolderInUseError`.
 */
export function lockFolder(folder: string): FolderLock {
  const { mkdirSync } = process.getBuiltinModule('node:fs');
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const path = process.getBuiltinModule('node:path');
  const place = path.resolve(folder);
  mkdirSync(path.dirname(place), { recursive: true });
  const file = new DatabaseSync(`${place}.lock`, { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    throw isBusy(error) ? new FolderInUseError() : error;
  }
  return {
    release() {
      if (file.isOpen) file.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 5;
}
