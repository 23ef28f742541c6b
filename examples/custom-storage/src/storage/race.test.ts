import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const worker = fileURLToPath(new URL('race-worker.ts', import.meta.url));
/** Resolves the packages to their sources, so that no build is needed. */
const sources = new URL('../../../../packages/timechimp-visma-connector/bench/from-source.ts', import.meta.url).href;

/** Starts a rival in a process of its own. Answers, when it is ready, a function that lets it go and reads the hours that it got. */
async function rival(file: string, name: string): Promise<() => Promise<readonly string[]>> {
  const child = spawn(process.execPath, ['--import', sources, worker, file, name], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.write('go');
    return JSON.parse(await text(child.stdout)) as string[];
  };
}

// SQLite answers at once, so inside one process no two methods ever overlap: only processes can race.
describe('four processes on one file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'custom-storage-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('make the file together, and claim every hour exactly once', async () => {
    const rivals = await Promise.all(['a', 'b', 'c', 'd'].map((name) => rival(join(folder, 'state.db'), name)));
    const won = await Promise.all(rivals.map((go) => go()));
    expect(won.flat().map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});
