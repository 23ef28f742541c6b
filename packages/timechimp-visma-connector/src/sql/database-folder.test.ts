import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureDatabaseFolder } from './database-folder.ts';
import { FolderInUseError, lockFolder } from './folder-lock.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'connector-folder-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

const create = (folder: string): Promise<void> => {
  mkdirSync(join(folder, 'base'), { recursive: true });
  writeFileSync(join(folder, 'base', '1'), 'data');
  writeFileSync(join(folder, 'PG_VERSION'), '18');
  return Promise.resolve();
};

describe('the folder of an embedded database', () => {
  it.each([
    ['is missing', () => undefined],
    ['is empty', (folder: string) => { mkdirSync(folder); }],
    ['was begun by a process that died', (folder: string) => mkdirSync(`${folder}.new/rubbish`, { recursive: true })],
  ])('is made as a whole where it %s', async (_, before) => {
    const folder = join(place, 'data');
    before(folder);
    await ensureDatabaseFolder(folder, create);
    expect(readdirSync(place)).toEqual(['data']);
    expect(readdirSync(folder).sort()).toEqual(['PG_VERSION', 'base']);
  });

  it('is left alone where it is whole', async () => {
    await create(join(place, 'data'));
    await ensureDatabaseFolder(join(place, 'data'), () => Promise.reject(new Error('made again')));
    expect(readdirSync(place)).toEqual(['data']);
  });

  it('is not there when making it failed', async () => {
    const failing = ensureDatabaseFolder(join(place, 'data'), async (folder) => {
      await create(folder);
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(readdirSync(place)).not.toContain('data');
  });

  it('is refused where it holds something else', async () => {
    writeFileSync(join(place, 'letter.txt'), 'mine');
    await expect(ensureDatabaseFolder(place, create)).rejects.toThrow(/something else/);
    expect(readdirSync(place)).toEqual(['letter.txt']);
  });

  it('has one holder, until that one lets go', () => {
    const folder = join(place, 'data');
    const lock = lockFolder(folder);
    expect(() => lockFolder(`${folder}/`)).toThrow(FolderInUseError);
    lock.release();
    lock.release();
    lockFolder(folder).release();
  });
});
