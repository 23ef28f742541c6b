import { link, open, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoredTokens } from '../../src/oauth/stored-tokens.ts';
import type { TokenStore } from '../../src/oauth/token-store.ts';

/**
 * A token store in one file for processes of one machine, to test the protocol between real processes. The lock is a
 * file that holds the owner's process id, so that a dead owner's lock can be taken over
 * (by one waiter at a time, which is enough here).
 */
export function fileTokenStore(path: string): TokenStore {
  const lockPath = `${path}.lock`;
  const guardPath = `${path}.guard`;

  const load = async (): Promise<StoredTokens | null> => {
    const text = await readFile(path, 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as StoredTokens);
  };

  const take = async (lock: string, signal?: AbortSignal): Promise<void> => {
    const mine = `${lock}.${process.pid}.${Math.random()}`;
    await writeFile(mine, String(process.pid));
    try {
      for (;;) {
        signal?.throwIfAborted();
        // A link appears with its content at once, and fails when the name is taken.
        if (
          await link(mine, lock).then(
            () => true,
            () => false,
          )
        )
          return;
        const owner = Number(await readFile(lock, 'utf8').catch(() => String(process.pid)));
        if (!isAlive(owner)) await rm(lock, { force: true });
        else await delay(2);
      }
    } finally {
      await unlink(mine);
    }
  };

  return {
    load,
    async compareAndSet(previousVersion, next) {
      await take(guardPath);
      try {
        const current = await load();
        if ((current?.version ?? null) !== previousVersion) return false;
        const draft = `${path}.${process.pid}`;
        const file = await open(draft, 'w');
        await file.writeFile(JSON.stringify(next));
        await file.sync();
        await file.close();
        await rename(draft, path);
        return true;
      } finally {
        await rm(guardPath, { force: true });
      }
    },
    async withLock(work, { signal }) {
      await take(lockPath, signal);
      try {
        return await work(new AbortController().signal);
      } finally {
        await rm(lockPath, { force: true });
      }
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
