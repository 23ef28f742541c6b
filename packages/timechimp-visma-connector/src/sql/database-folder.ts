/**
 * Makes sure that the folder holds a whole database: one that is under way is made beside it, brought to the disk and
 * moved into its place in one step, so that a crash in between leaves nothing half. The caller holds the folder's lock.
 * Throws when the folder holds something that is no database.
 */
export async function ensureDatabaseFolder(folder: string, create: (folder: string) => Promise<void>): Promise<void> {
  const { existsSync, readdirSync, renameSync, rmdirSync, rmSync } = process.getBuiltinModule('node:fs');
  const path = process.getBuiltinModule('node:path');
  const place = path.resolve(folder);
  if (existsSync(path.join(place, 'PG_VERSION'))) return;
  if (existsSync(place) && readdirSync(place).length > 0) {
    throw new Error('The folder for the database holds something else.');
  }
  const draft = `${place}.new`;
  rmSync(draft, { recursive: true, force: true });
  await create(draft);
  syncTree(draft);
  if (existsSync(place)) rmdirSync(place);
  renameSync(draft, place);
  syncOne(path.dirname(place));
}

function syncTree(folder: string): void {
  const { readdirSync } = process.getBuiltinModule('node:fs');
  const path = process.getBuiltinModule('node:path');
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) syncTree(path.join(folder, entry.name));
    else syncOne(path.join(folder, entry.name));
  }
  syncOne(folder);
}

function syncOne(path: string): void {
  const { closeSync, fsyncSync, openSync, statSync } = process.getBuiltinModule('node:fs');
  const isFolder = statSync(path).isDirectory();
  // Windows brings folders to the disk by itself and does not open them.
  if (isFolder && process.platform === 'win32') return;
  const file = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
