import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryState } from '../memory/index.ts';
import { embeddedFolder } from '../../test/sql/embedded-folder.ts';
import { startPostgres } from '../../test/sql/postgres-server.ts';
import { connectionOf, exportOf, hostileTexts, hour, scope } from '../../test/sql/records.ts';
import type { ExportQuery } from '../ports/export-store.ts';
import type { ConnectorState } from '../ports/connector-state.ts';
import type { ItemMark } from '../ports/link-store.ts';
import type { Page } from '../ports/page.ts';
import { stateConformance } from '../testing/state-conformance.ts';
import { createSqlState, FolderInUseError, fromPg, migrateSqlState, openEmbedded } from './index.ts';
import { tableNames } from './tables.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Place {
  readonly name: string;
  /** Opens it; answers how to get an empty state, and how to close it. */
  open(): Promise<{ empty(): Promise<ConnectorState>; reopen?(): ConnectorState; close(): Promise<void> }>;
}

const places: readonly Place[] = [
  {
    name: 'memory',
    open: () =>
      Promise.resolve({ empty: () => Promise.resolve(createMemoryState()), close: () => Promise.resolve() }),
  },
  {
    name: 'PostgreSQL',
    async open() {
      const given = process.env['DATABASE_URL'];
      const server = given === undefined ? await startPostgres() : undefined;
      const db = fromPg(new pg.Pool({ connectionString: given ?? server?.url, max: 10 }));
      const names = { schema: `State ${process.pid}`, tablePrefix: 'tc_' };
      await migrateSqlState({ db, ...names });
      return {
        async empty() {
          await deleteAll(db, `${names.schema}.tc_`);
          return createSqlState({ db, ...names });
        },
        reopen: () => createSqlState({ db, ...names }),
        async close() {
          await db.schema.dropSchema(names.schema).cascade().execute();
          await db.destroy();
          await server?.stop();
        },
      };
    },
  },
  {
    name: 'the embedded database',
    async open() {
      const { folder, remove } = await embeddedFolder();
      const embedded = await openEmbedded({ folder });
      await expect(openEmbedded({ folder })).rejects.toThrow(FolderInUseError);
      const { db } = embedded;
      await migrateSqlState({ db });
      return {
        async empty() {
          await deleteAll(db, 'connector_');
          return createSqlState({ db });
        },
        reopen: () => createSqlState({ db }),
        async close() {
          await embedded.close();
          await remove();
        },
      };
    },
  },
];

/** In one commit: a test's own work is small against a dozen of them. */
async function deleteAll(db: Kysely<unknown>, prefix: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of tableNames) await sql`delete from ${sql.table(prefix + table)}`.execute(trx);
  });
}

const other = { companyIdentifier: 'company-2', sourceAccountId: 'account-1' };

describe.each(places)('the state in $name', (place) => {
  let opened: Awaited<ReturnType<Place['open']>> | undefined;
  let state: ConnectorState;
  beforeAll(async () => {
    opened = await place.open();
  }, 300_000);
  afterAll(async () => {
    await opened?.close();
  }, 30_000);
  beforeEach(async () => {
    if (!opened) throw new Error('The store did not open.');
    state = await opened.empty();
  });

  stateConformance({
    runner: { describe, it },
    create: () => ({ state, reopen: () => opened?.reopen?.() ?? state }),
  });

  describe('connections', () => {
    it('gives back what was saved, with the next version whatever the record says', async () => {
      const record = connectionOf('tenant', { version: 77, facts: ['a', { b: null, a: 1.5 }, 'c'] });
      expect(await state.connections.save(record, 0)).toBe('saved');
      expect(await state.connections.load('tenant')).toEqual({ ...record, version: 1 });
      expect(await state.connections.save({ ...record, status: 'disconnected', scope: null }, 1)).toBe('saved');
      expect(await state.connections.load('tenant')).toEqual({ ...record, status: 'disconnected', scope: null, version: 2 });
      expect(await state.connections.load('nobody')).toBeNull();
    });

    it.each([0, 1, 3])('writes nothing when version %i is expected and 2 is stored', async (expected) => {
      await state.connections.save(connectionOf('tenant'), 0);
      await state.connections.save(connectionOf('tenant', { sealedTokens: 'second' }), 1);
      expect(await state.connections.save(connectionOf('tenant', { sealedTokens: 'late' }), expected)).toBe('changed');
      expect(await state.connections.load('tenant')).toMatchObject({ sealedTokens: 'second', version: 2 });
    });

    it('refuses to update what is not there', async () => {
      expect(await state.connections.save(connectionOf('tenant'), 1)).toBe('changed');
      expect(await state.connections.load('tenant')).toBeNull();
    });

    it('guards settings by their own version', async () => {
      const settings = { tenantId: 'tenant', version: 9, value: null, updatedAt: 1 };
      expect(await state.connections.loadSettings('tenant')).toBeNull();
      expect(await state.connections.saveSettings(settings, 0)).toBe('saved');
      expect(await state.connections.saveSettings({ ...settings, value: 'late' }, 0)).toBe('changed');
      expect(await state.connections.loadSettings('tenant')).toEqual({ ...settings, version: 1 });
      expect(await state.connections.saveSettings({ ...settings, value: [1] }, 1)).toBe('saved');
      expect(await state.connections.loadSettings('tenant')).toEqual({ ...settings, value: [1], version: 2 });
    });

    it('A1: a pair has one tenant, and only that tenant gives it up', async () => {
      expect(await state.connections.claimPair('one', scope, 1)).toBe('claimed');
      expect(await state.connections.claimPair('one', scope, 2)).toBe('claimed');
      expect(await state.connections.claimPair('two', scope, 3)).toBe('taken');
      await state.connections.releasePair('two', scope);
      expect(await state.connections.claimPair('two', scope, 4)).toBe('taken');
      expect(await state.connections.claimPair('two', other, 4)).toBe('claimed');
      await state.connections.releasePair('one', scope);
      expect(await state.connections.claimPair('two', scope, 5)).toBe('claimed');
    });

    it('lists the tenants of some statuses page by page', async () => {
      const tenants = ['b', 'a', 'Z', 'c', '\u00e9', '10', '9'];
      for (const tenant of tenants) await state.connections.save(connectionOf(tenant), 0);
      await state.connections.save(connectionOf('gone', { status: 'disconnected' }), 0);
      const listed = await allPages((page) => state.connections.listTenants(['connected', 'connecting'], page), 2);
      expect(listed).toEqual(['10', '9', 'Z', 'a', 'b', 'c', '\u00e9']);
      expect(await state.connections.listTenants([], { limit: 10 })).toEqual({ items: [] });
    });
  });

  describe('links', () => {
    const link = (sourceCustomerId: string, vismaCustomerId: string) => ({ sourceCustomerId, vismaCustomerId });

    it('links each side at most once, in the order of the batch', async () => {
      const batch = [link('1', 'a'), link('1', 'a'), link('1', 'b'), link('2', 'a'), link('2', 'b'), link('0', 'b')];
      expect(await state.links.linkCustomers(scope, batch)).toEqual(['linked', 'linked', 'taken', 'taken', 'linked', 'taken']);
      expect(await state.links.linkCustomers(scope, batch)).toEqual(['linked', 'linked', 'taken', 'taken', 'linked', 'taken']);
      expect(sorted(await state.links.customerLinks(scope))).toEqual([link('1', 'a'), link('2', 'b')]);
      expect(await state.links.customerLinks(scope, ['2', '2', '3'])).toEqual([link('2', 'b')]);
      expect(await state.links.customerLinks(scope, [])).toEqual([]);
    });

    it('lets a later link of a batch have what an earlier one could not get', async () => {
      await state.links.linkCustomers(scope, [link('1', 'a')]);
      expect(await state.links.linkCustomers(scope, [link('1', 'b'), link('2', 'b')])).toEqual(['taken', 'linked']);
    });

    it('frees both sides when a link is taken away', async () => {
      await state.links.linkCustomers(scope, [link('1', 'a')]);
      await state.links.unlinkCustomer(scope, '1');
      await state.links.unlinkCustomer(scope, '1');
      expect(await state.links.linkCustomers(scope, [link('2', 'a'), link('1', 'b')])).toEqual(['linked', 'linked']);
    });

    it('takes batches of thousands', async () => {
      const links = Array.from({ length: 2500 }, (_, at) => link(`s${at}`, `v${at}`));
      expect(new Set(await state.links.linkCustomers(scope, links))).toEqual(new Set(['linked']));
      expect(await state.links.customerLinks(scope, links.map((each) => each.sourceCustomerId))).toHaveLength(2500);
    });

    it('B8: never reserves a number for two customers', async () => {
      expect(await state.links.reserveNumber(scope, '1', '1001')).toBe('1001');
      expect(await state.links.reserveNumber(scope, '1', '1002')).toBe('1001');
      expect(await state.links.reserveNumber(scope, '2', '1001')).toBeNull();
      expect(await state.links.reserveNumber(scope, '2', '1002')).toBe('1002');
      expect(await state.links.reserveNumber(other, '2', '1001')).toBe('1001');
    });

    it('keeps the first mark of an item and refuses the other kind', async () => {
      const first = markOf('t1', 'billed', 'first');
      expect(await state.links.mark(scope, [first, markOf('t1', 'billed', 'again'), markOf('t1', 'ignored', 'no')])).toEqual(['set', 'set', 'other']);
      expect(await state.links.mark(scope, [markOf('t1', 'ignored', 'no'), markOf('t2', 'ignored', 'yes')])).toEqual(['other', 'set']);
      expect(await state.links.listMarks(scope, { limit: 10, refs: [first.ref, hour('none')] })).toEqual({ items: [first] });
      await state.links.unmark(scope, [first.ref, hour('none')], 'ignored');
      expect((await state.links.listMarks(scope, { limit: 10, kind: 'billed' })).items).toEqual([first]);
      await state.links.unmark(scope, [first.ref], 'billed');
      expect(await state.links.mark(scope, [markOf('t1', 'ignored', 'now')])).toEqual(['set']);
    });

    it('lists marks by item, page by page', async () => {
      const marks = ['9', '10', 'b', 'B', 'a'].map((id) => markOf(id, id === 'b' ? 'ignored' : 'billed', id));
      await state.links.mark(scope, [...marks, { ...markOf('1', 'billed', 'x'), ref: { kind: 'expense', id: '1' } }]);
      const listed = await allPages((page) => state.links.listMarks(scope, { ...page, kind: 'billed' }), 2);
      expect(listed.map((mark) => `${mark.ref.kind}:${mark.ref.id}`)).toEqual(['expense:1', 'term:10', 'term:9', 'term:B', 'term:a']);
    });
  });

  describe('cursors', () => {
    it('sets a value only when the stored one is the expected', async () => {
      const set = (value: string | null, expected: string | null) => state.cursors.set(scope, 'import', value, expected);
      expect(await set(null, null)).toBe(true);
      expect(await set('1', 'x')).toBe(false);
      expect(await set('1', null)).toBe(true);
      expect(await set('2', null)).toBe(false);
      expect(await set(null, null)).toBe(false);
      expect(await set('2', '1')).toBe(true);
      expect(await set(null, '1')).toBe(false);
      expect(await state.cursors.get(scope, 'import')).toBe('2');
      expect(await state.cursors.get(other, 'import')).toBeNull();
      expect(await set(null, '2')).toBe(true);
      expect(await state.cursors.get(scope, 'import')).toBeNull();
    });
  });

  describe('leases', () => {
    it('has one holder until it lapses or is given up', async () => {
      expect(await state.leases.acquire('refresh', 'a', 100, 200)).toBe(true);
      expect(await state.leases.acquire('refresh', 'b', 199, 300)).toBe(false);
      expect(await state.leases.acquire('refresh', 'a', 199, 250)).toBe(true);
      expect(await state.leases.acquire('refresh', 'b', 249, 300)).toBe(false);
      expect(await state.leases.acquire('refresh', 'b', 250, 300)).toBe(true);
      await state.leases.release('refresh', 'a');
      expect(await state.leases.acquire('refresh', 'a', 260, 400)).toBe(false);
      await state.leases.release('refresh', 'b');
      expect(await state.leases.acquire('refresh', 'a', 260, Number.MAX_SAFE_INTEGER)).toBe(true);
    });
  });

  describe('exports', () => {
    it('gives back a claimed record as it went in, with version 1', async () => {
      const record = exportOf('k', ['1', '2'], {
        payload: { z: [1, { b: 0.1, a: -1e-7, big: 123456789012345680000 }], a: null, text: '0.10', '': { __proto__: 1 } },
        quietFrom: 9007199254740991,
        reason: { code: 'x', message: 'y', details: [] },
      });
      const claimed = await state.exports.claim(record, 0);
      expect(claimed).toEqual({ outcome: 'claimed', record: { ...record, version: 1 } });
      expect(await state.exports.get(scope, ['none', 'k', 'k'])).toEqual([{ ...record, version: 1 }, { ...record, version: 1 }]);
    });

    it('A2: claims all items or none', async () => {
      await state.exports.claim(exportOf('first', ['1', '2']), 0);
      await state.exports.claim(exportOf('second', ['5']), 0);
      expect(await state.exports.claim(exportOf('third', ['5', '3', '2']), 0)).toEqual({
        outcome: 'taken',
        by: [
          { ref: hour('5'), key: 'second' },
          { ref: hour('2'), key: 'first' },
        ],
      });
      expect(await state.exports.get(scope, ['third'])).toEqual([]);
      expect(await state.exports.claim(exportOf('fourth', ['3']), 0)).toMatchObject({ outcome: 'claimed' });
    });

    it('answers with the record when the key is there', async () => {
      const first = exportOf('k', ['1']);
      await state.exports.claim(first, 0);
      expect(await state.exports.claim(exportOf('k', ['2']), 0)).toEqual({ outcome: 'exists', record: { ...first, version: 1 } });
      expect(await state.exports.claim(exportOf('k', ['2']), 1)).toEqual({ outcome: 'exists', record: { ...first, version: 1 } });
      await state.exports.save(exportOf('k', ['1'], { state: 'released' }), 1);
      expect(await state.exports.claim(exportOf('k', ['1']), 1)).toMatchObject({ outcome: 'exists', record: { version: 2 } });
    });

    it('claims a freed record again, also with other items', async () => {
      await state.exports.claim(exportOf('k', ['1', '2']), 0);
      await state.exports.save(exportOf('k', ['1', '2'], { state: 'rejected' }), 1);
      expect(await state.exports.claim(exportOf('k', ['2', '3'], { attempt: 2 }), 2)).toMatchObject({ outcome: 'claimed', record: { version: 3 } });
      expect(await state.exports.findByItems(scope, [hour('1')])).toEqual([]);
      expect(await state.exports.claim(exportOf('l', ['1']), 0)).toMatchObject({ outcome: 'claimed' });
      expect(await state.exports.claim(exportOf('m', ['3']), 0)).toMatchObject({ outcome: 'taken' });
    });

    it('refuses programming errors and writes nothing', async () => {
      await expect(state.exports.claim(exportOf('k', ['1'], { state: 'released' }), 0)).rejects.toThrow(TypeError);
      await expect(state.exports.claim(exportOf('k', ['1']), 3)).rejects.toThrow(TypeError);
      await state.exports.claim(exportOf('k', ['1', '2']), 0);
      await expect(state.exports.save(exportOf('k', ['1', '3'], { state: 'writing' }), 1)).rejects.toThrow(TypeError);
      expect(await state.exports.get(scope, ['k'])).toMatchObject([{ state: 'claimed', version: 1 }]);
    });

    it('A3: saves only on the expected version', async () => {
      await state.exports.claim(exportOf('k', ['1']), 0);
      const next = exportOf('k', ['1'], { state: 'writing', sendBefore: 5 });
      expect(await state.exports.save(next, 1)).toEqual({ outcome: 'saved', record: { ...next, version: 2 } });
      for (const expected of [0, 1, 3]) {
        expect(await state.exports.save(exportOf('k', ['1'], { state: 'held' }), expected)).toEqual({
          outcome: 'changed',
          current: { ...next, version: 2 },
        });
      }
      expect(await state.exports.save(exportOf('none', ['1']), 1)).toEqual({ outcome: 'changed', current: null });
    });

    it('frees the items in the moment in which the record stops being live', async () => {
      await state.exports.claim(exportOf('k', ['1']), 0);
      expect(await state.exports.claim(exportOf('l', ['1']), 0)).toMatchObject({ outcome: 'taken' });
      await state.exports.save(exportOf('k', ['1'], { state: 'stale' }), 1);
      expect(await state.exports.claim(exportOf('l', ['1']), 0)).toMatchObject({ outcome: 'claimed' });
      expect((await state.exports.findByItems(scope, [hour('1')])).map(({ key }) => key)).toEqual(['k', 'l']);
    });

    it('does not bring a freed record back to life by saving it', async () => {
      await state.exports.claim(exportOf('k', ['1']), 0);
      await state.exports.save(exportOf('k', ['1'], { state: 'not-written' }), 1);
      const watched = exportOf('k', ['1'], { state: 'not-written', watchUntil: 900 });
      expect(await state.exports.save(exportOf('k', ['1'], { state: 'claimed' }), 2)).toMatchObject({ outcome: 'changed' });
      expect(await state.exports.save(exportOf('k', ['1'], { state: 'stale' }), 2)).toMatchObject({ outcome: 'changed' });
      expect(await state.exports.save(watched, 2)).toEqual({ outcome: 'saved', record: { ...watched, version: 3 } });
    });

    it('gives a document id to one export only, live or not', async () => {
      await state.exports.claim(exportOf('k', ['1']), 0);
      await state.exports.claim(exportOf('l', ['2']), 0);
      const withDraft = { documents: { draftId: 'd1' }, state: 'stored' } as const;
      expect(await state.exports.save(exportOf('k', ['1'], withDraft), 1)).toMatchObject({ outcome: 'saved' });
      expect(await state.exports.save(exportOf('l', ['2'], withDraft), 1)).toEqual({ outcome: 'document-taken', key: 'k' });
      expect(await state.exports.get(scope, ['l'])).toMatchObject([{ state: 'claimed', version: 1, documents: {} }]);
      await state.exports.save(exportOf('k', ['1'], { ...withDraft, state: 'undone' }), 2);
      expect(await state.exports.claim(exportOf('m', ['1'], { documents: { draftId: 'd1', invoiceId: 'i1' } }), 0)).toMatchObject({
        outcome: 'exists',
        record: { key: 'k' },
      });
      expect(await state.exports.claim(exportOf('m', ['1'], { documents: { invoiceId: 'd1' } }), 0)).toMatchObject({ outcome: 'claimed' });
    });

    it('finds by any item, each record once, by key', async () => {
      await state.exports.claim(exportOf('b', ['1', '2']), 0);
      await state.exports.claim(exportOf('B', ['3']), 0);
      await state.exports.claim(exportOf('c', ['4']), 0);
      const found = await state.exports.findByItems(scope, [hour('2'), hour('3'), hour('1'), hour('9')]);
      expect(found.map(({ key }) => key)).toEqual(['B', 'b']);
      expect(await state.exports.findByItems(scope, [])).toEqual([]);
      expect(await state.exports.findByItems(scope, [{ kind: 'expense', id: '1' }])).toEqual([]);
    });

    it.each<[string, Omit<ExportQuery, 'limit'>, string]>([
      ['everything', {}, 'abcdef'],
      ['some states', { states: ['exported', 'stored'] }, 'bde'],
      ['no state', { states: [] }, ''],
      ['some kinds', { kinds: ['customer'] }, 'f'],
      ['a lapsed or no lease', { leaseLapsedAt: 100 }, 'abdef'],
      ['a draft without an invoice', { draftOnly: true }, 'b'],
      ['draftOnly false, which restricts nothing', { draftOnly: false }, 'abcdef'],
      ['watched after a time', { watchedAt: 500 }, 'e'],
      ['updated since a time', { updatedSince: 30 }, 'cdef'],
      ['several conditions', { states: ['exported'], updatedSince: 45 }, 'e'],
    ])('lists %s', async (_, query, keys) => {
      const put = async (key: string, at: number, more: Parameters<typeof exportOf>[2]) => {
        const record = exportOf(key, [key], { leaseUntil: null, updatedAt: at, ...more });
        await state.exports.claim({ ...record, state: 'claimed' }, 0);
        await state.exports.save(record, 1);
      };
      await put('f', 60, { kind: 'customer', leaseUntil: 100 });
      await put('a', 10, { state: 'held' });
      await put('b', 20, { state: 'stored', documents: { draftId: 'b' } });
      await put('c', 30, { state: 'writing', leaseUntil: 101 });
      await put('d', 40, { state: 'exported', documents: { draftId: 'd', invoiceId: 'd' }, watchUntil: 500 });
      await put('e', 50, { state: 'exported', documents: { ledgerItemId: 'e' }, watchUntil: 501 });
      const pages = await allPages((page) => state.exports.list(scope, { ...query, ...page }), 2);
      expect(pages.map(({ key }) => key).join('')).toBe(keys);
    });

    it.each([0, 1001, 1.5])('refuses a page of %d', async (limit) => {
      await expect(state.exports.list(scope, { limit })).rejects.toThrow(RangeError);
      await expect(state.links.listMarks(scope, { limit })).rejects.toThrow(RangeError);
      await expect(state.connections.listTenants(['connected'], { limit })).rejects.toThrow(RangeError);
    });

    it('reads every record once while others come and go between the pages', async () => {
      for (const key of ['a', 'c', 'e', 'g']) await state.exports.claim(exportOf(key, [key]), 0);
      const first = await state.exports.list(scope, { limit: 2 });
      await state.exports.claim(exportOf('b', ['b']), 0);
      await state.exports.save(exportOf('a', ['a'], { state: 'released' }), 1);
      const rest = await state.exports.list(scope, { limit: 10, after: first.next });
      expect([...first.items, ...rest.items].map(({ key }) => key)).toEqual(['a', 'c', 'e', 'g']);
    });
  });

  it('keeps scopes apart: equal ids elsewhere are other things', async () => {
    await state.exports.claim(exportOf('k', ['1'], { documents: { draftId: 'd' } }), 0);
    await state.links.linkCustomers(scope, [{ sourceCustomerId: '1', vismaCustomerId: 'a' }]);
    await state.links.mark(scope, [markOf('1', 'billed', '')]);
    await state.cursors.set(scope, 'n', 'v', null);
    expect(await state.exports.get(other, ['k'])).toEqual([]);
    expect(await state.exports.findByItems(other, [hour('1')])).toEqual([]);
    expect(await state.exports.list(other, { limit: 5 })).toEqual({ items: [] });
    expect(await state.links.customerLinks(other)).toEqual([]);
    expect(await state.links.listMarks(other, { limit: 5 })).toEqual({ items: [] });
    expect(await state.exports.claim({ ...exportOf('k', ['1'], { documents: { draftId: 'd' } }), scope: other }, 0)).toMatchObject({ outcome: 'claimed' });
    expect(await state.exports.save({ ...exportOf('k', ['1'], { state: 'released' }), scope: other }, 1)).toMatchObject({ outcome: 'saved' });
    expect(await state.exports.get(scope, ['k'])).toMatchObject([{ state: 'claimed', version: 1 }]);
    const swapped = { companyIdentifier: 'a/b', sourceAccountId: 'c' };
    await state.cursors.set(swapped, 'n', 'x', null);
    expect(await state.cursors.get({ companyIdentifier: 'a', sourceAccountId: 'b/c' }, 'n')).toBeNull();
  });

  it('keeps hostile texts apart and gives them back to the letter', async () => {
    for (const [at, text] of hostileTexts.entries()) {
      const record = exportOf(text, [text], { payload: { [text]: [text] }, mark: text });
      expect(await state.exports.claim(record, 0)).toMatchObject({ outcome: 'claimed' });
      expect(await state.exports.get(scope, [text])).toEqual([{ ...record, version: 1 }]);
      expect(await state.exports.claim(exportOf(`other ${at}`, [text]), 0)).toEqual({
        outcome: 'taken',
        by: [{ ref: hour(text), key: text }],
      });
      expect(await state.cursors.set(scope, text, text, null)).toBe(true);
      expect(await state.cursors.get(scope, text)).toBe(text);
      expect(await state.links.reserveNumber(scope, text, text)).toBe(text);
      expect(await state.leases.acquire(text, text, 1, 2)).toBe(true);
      expect(await state.connections.save(connectionOf(text, { facts: text }), 0)).toBe('saved');
      expect(await state.connections.load(text)).toMatchObject({ tenantId: text, facts: text });
    }
    const links = hostileTexts.map((text) => ({ sourceCustomerId: text, vismaCustomerId: text }));
    expect(new Set(await state.links.linkCustomers(scope, links))).toEqual(new Set(['linked']));
    expect(sorted(await state.links.customerLinks(scope, hostileTexts))).toEqual(sorted(links));
    expect(new Set(await state.links.mark(scope, hostileTexts.map((text) => markOf(text, 'ignored', text))))).toEqual(new Set(['set']));
    const marks = await allPages((page) => state.links.listMarks(scope, page), 5);
    expect(marks.map(({ note }) => note).sort()).toEqual([...hostileTexts].sort());
    expect(marks.every(({ note, ref }) => note === ref.id)).toBe(true);
    const tenants = await allPages((page) => state.connections.listTenants(['connected'], page), 3);
    expect([...tenants].sort()).toEqual([...hostileTexts].sort());
    const exports = await state.exports.findByItems(scope, hostileTexts.map(hour));
    expect(exports.map(({ key }) => key).sort()).toEqual([...hostileTexts].sort());
    const listed = await allPages((page) => state.exports.list(scope, page), 4);
    expect(listed.map(({ key }) => key).sort()).toEqual([...hostileTexts].sort());
  });

  it('keeps a large payload', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => ({ text: `Regel ${at} `.repeat(20), amount: `${at}.25` }));
    const record = exportOf('large', rows.map((_, at) => String(at)), { payload: { rows } });
    expect(await state.exports.claim(record, 0)).toMatchObject({ outcome: 'claimed' });
    expect(await state.exports.get(scope, ['large'])).toEqual([{ ...record, version: 1 }]);
    expect(await state.exports.save({ ...record, state: 'released' }, 1)).toMatchObject({ outcome: 'saved' });
  });
});

function markOf(id: string, kind: ItemMark['kind'], note: string): ItemMark {
  return { ref: { kind: 'term', id }, kind, note, by: 'tester', at: 1_800_000_000_000 };
}

function sorted<T extends { readonly sourceCustomerId: string }>(links: readonly T[]): readonly T[] {
  return [...links].sort((left, right) => (left.sourceCustomerId < right.sourceCustomerId ? -1 : 1));
}

async function allPages<T>(
  read: (page: { readonly limit: number; readonly after?: string }) => Promise<Page<T>>,
  limit: number,
): Promise<readonly T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page: Page<T> = await read({ limit, ...(after !== undefined && { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}
