import { mkdtemp } from 'node:fs/promises';
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const needed = 512 * 2 ** 20;

/**
 * A new folder for a database, in memory where there is room. A killed process leaves its files there just as on a disk,
 * and waiting for the disk is asked for as in production, but costs nothing: what survives a power cut is not tested here.
 */
export function testPlace(prefix: string): Promise<string> {
  return mkdtemp(join(hasRoom() ? memory : tmpdir(), prefix));
}

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > needed;
}
