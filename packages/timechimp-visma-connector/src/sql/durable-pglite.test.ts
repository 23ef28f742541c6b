import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type EmbeddedFolder, embeddedFolder } from '../../test/sql/embedded-folder.ts';
import { scope } from '../../test/sql/records.ts';
import { createSqlState, type EmbeddedDatabase, migrateSqlState, openEmbedded, sqlReadiness } from './index.ts';

const syncs = vi.spyOn(process.getBuiltinModule('node:fs'), 'fsyncSync');
let place: EmbeddedFolder;
let embedded: EmbeddedDatabase;

beforeAll(async () => {
  place = await embeddedFolder();
  embedded = await openEmbedded(place);
  await migrateSqlState(embedded);
});

afterAll(async () => {
  await embedded.close();
  await place.remove();
});

/** How often something was brought to the disk while `work` ran. */
async function syncsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = syncs.mock.calls.length;
  await work();
  return syncs.mock.calls.length - before;
}

describe('the embedded database', () => {
  it('waits for the disk at every commit, and only there', async () => {
    const { cursors } = createSqlState(embedded);
    for (let step = 0; step < 10; step += 1) {
      const expected = step === 0 ? null : String(step - 1);
      expect(await syncsDuring(() => cursors.set(scope, 'n', String(step), expected))).toBeGreaterThanOrEqual(1);
    }
    expect(await syncsDuring(() => cursors.get(scope, 'n'))).toBe(0);
  });

  it('has waited before the commit is acknowledged', async () => {
    const atCommit = await syncsDuring(async () => {
      await embedded.db.transaction().execute(async (trx) => {
        expect(await syncsDuring(() => sql`create table durable (id int)`.execute(trx))).toBe(0);
      });
    });
    expect(atCommit).toBeGreaterThanOrEqual(1);
  });

  it('runs with the settings that this rests on', async () => {
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') order by name`.execute(embedded.db);
    expect(rows.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
      'fsync=on',
      'full_page_writes=on',
      'synchronous_commit=on',
      'wal_sync_method=fsync',
    ]);
    expect(await sqlReadiness(embedded)).toEqual({ ready: true, problems: [] });
  });
});
