import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '../../test/sql/postgres-server.ts';
import { connectionOf, exportOf, hour } from '../../test/sql/records.ts';
import type { ConnectorState } from '../ports/connector-state.ts';
import type { ExportRecord } from '../ports/export-record.ts';
import type { ExportScope } from '../ports/scope.ts';
import { createSqlState, fromPg, migrateSqlState } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

const racers = 16;

let server: PostgresServer;
let db: Kysely<unknown>;
let strict: Kysely<unknown>;
let scope: ExportScope;

beforeAll(async () => {
  server = await startPostgres(['-c', 'deadlock_timeout=20ms']);
  db = fromPg(new pg.Pool({ connectionString: server.url, max: racers }));
  strict = fromPg(
    new pg.Pool({
      connectionString: server.url,
      max: racers,
      options: '-c default_transaction_isolation=serializable',
    }),
  );
  await migrateSqlState({ db });
}, 120_000);

afterAll(async () => {
  await Promise.all([db.destroy(), strict.destroy()]);
  await server.stop();
}, 30_000);

beforeEach(() => {
  scope = { companyIdentifier: randomUUID(), sourceAccountId: 'account' };
});

describe.each([
  ['read committed', () => db],
  ['serializable', () => strict],
])('many writers at once, where the server defaults to %s', (_, database) => {
  let state: ConnectorState;
  beforeEach(() => {
    state = createSqlState({ db: database() });
  });
  const claim = (key: string, hours: readonly string[], more: Partial<ExportRecord> = {}) =>
    state.exports.claim({ ...exportOf(key, hours, more), scope }, 0);

  it('A2: of many claims of one key exactly one is claimed', async () => {
    const answers = await race((at) => claim('k', ['1', '2'], { attempt: at }));
    expect(answers.filter(({ outcome }) => outcome === 'claimed')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'exists')).toHaveLength(racers - 1);
  });

  it('A2: of many claims with a common item exactly one is claimed, the others learn by whom', async () => {
    const answers = await race((at) => claim(`k${at}`, [`own ${at}`, 'common', `own too ${at}`]));
    const winner = answers.find(({ outcome }) => outcome === 'claimed');
    expect(answers.filter(({ outcome }) => outcome === 'claimed')).toHaveLength(1);
    const key = winner?.outcome === 'claimed' ? winner.record.key : '';
    const losers = answers.filter((answer) => answer !== winner);
    expect(losers).toEqual(losers.map(() => ({ outcome: 'taken', by: [{ ref: hour('common'), key }] })));
    expect((await state.exports.list(scope, { limit: 100 })).items).toHaveLength(1);
  });

  it('A2: overlapping claims in any order never share an item', async () => {
    const sets = Array.from({ length: racers }, (_, at) => [0, 1, 2, 3].map((step) => String((at * 5 + step * 7) % 12)));
    const answers = await race((at) => claim(`k${at}`, at % 2 === 0 ? sets[at]! : [...sets[at]!].reverse()));
    const won = answers.flatMap((answer) => (answer.outcome === 'claimed' ? [answer.record] : []));
    const held = won.flatMap(({ sources }) => sources.map(({ ref }) => ref.id));
    expect(won.length).toBeGreaterThan(0);
    expect(new Set(held).size).toBe(held.length);
    expect((await state.exports.list(scope, { limit: 100 })).items).toHaveLength(won.length);
  });

  it('A3: of many saves of one version exactly one is saved', async () => {
    await claim('k', ['1']);
    const answers = await race((at) =>
      state.exports.save({ ...exportOf('k', ['1'], { state: 'writing', attempt: at }), scope }, 1),
    );
    const saved = answers.filter(({ outcome }) => outcome === 'saved');
    expect(saved).toHaveLength(1);
    const [stored] = await state.exports.get(scope, ['k']);
    expect(saved).toEqual([{ outcome: 'saved', record: stored }]);
    expect(answers.filter(({ outcome }) => outcome === 'changed')).toHaveLength(racers - 1);
  });

  it('A4: of many exports that store the same document id exactly one has it', async () => {
    await race((at) => claim(`k${at}`, [String(at)]));
    const answers = await race((at) =>
      state.exports.save({ ...exportOf(`k${at}`, [String(at)], { state: 'stored', documents: { draftId: 'd' } }), scope }, 1),
    );
    expect(answers.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'document-taken')).toHaveLength(racers - 1);
  });

  it('an item that is freed goes to exactly one of those who wait for it', async () => {
    await claim('holder', ['1', '2']);
    const free = state.exports.save({ ...exportOf('holder', ['1', '2'], { state: 'released' }), scope }, 1);
    const claims = await race((at) => claim(`k${at}`, ['2', `own ${at}`]));
    expect(await free).toMatchObject({ outcome: 'saved' });
    const again = await race((at) => claim(`again ${at}`, ['2']));
    expect([...claims, ...again].filter(({ outcome }) => outcome === 'claimed')).toHaveLength(1);
  });

  it('batches that lock each other crosswise all get an answer, and each side one link', async () => {
    const size = 200;
    const answers = await race((at) =>
      state.links.linkCustomers(
        scope,
        Array.from({ length: size }, (_, index) => ({
          sourceCustomerId: `s${index}-${at % 4}`,
          vismaCustomerId: `v${at % 2 === 0 ? index : size - 1 - index}`,
        })),
      ),
    );
    const links = await state.links.customerLinks(scope);
    expect(new Set(links.map((link) => link.vismaCustomerId)).size).toBe(size);
    expect(new Set(links.map((link) => link.sourceCustomerId)).size).toBe(links.length);
    expect(links).toHaveLength(size);
    expect(answers.flat().filter((answer) => answer === 'linked').length).toBeGreaterThanOrEqual(size);
  });

  it('B8: a number goes to one of many customers, and a customer gets one of many numbers', async () => {
    const forOneNumber = await race((at) => state.links.reserveNumber(scope, `c${at}`, '1001'));
    expect(forOneNumber.filter((answer) => answer === '1001')).toHaveLength(1);
    const forOneCustomer = await race((at) => state.links.reserveNumber(scope, 'c', `20${at}`));
    expect(new Set(forOneCustomer).size).toBe(1);
  });

  it('marks, cursors, leases, pairs and first saves have one winner', async () => {
    const tenant = `tenant of ${scope.companyIdentifier}`;
    const marks = await race((at) =>
      state.links.mark(scope, [
        { ref: hour('1'), kind: at % 2 === 0 ? 'billed' : 'ignored', note: String(at), by: 'x', at: 1 },
      ]),
    );
    expect(marks.flat().filter((answer) => answer === 'set')).toHaveLength(racers / 2);
    const cursors = await race((at) => state.cursors.set(scope, 'n', String(at), null));
    expect(cursors.filter(Boolean)).toHaveLength(1);
    const leases = await race((at) => state.leases.acquire(tenant, String(at), 1, 2));
    expect(leases.filter(Boolean)).toHaveLength(1);
    const pairs = await race((at) => state.connections.claimPair(`${tenant} ${at}`, scope, 1));
    expect(pairs.filter((answer) => answer === 'claimed')).toHaveLength(1);
    const saves = await race(() => state.connections.save(connectionOf(tenant), 0));
    expect(saves.filter((answer) => answer === 'saved')).toHaveLength(1);
  });
});

describe('a server that is killed', () => {
  it('lets nothing half done remain and loses nothing acknowledged, three times in a row', async () => {
    const state = createSqlState({ db });
    for (let round = 1; round <= 3; round += 1) {
      scope = { companyIdentifier: randomUUID(), sourceAccountId: 'account' };
      const acknowledged = new Set<string>();
      let answered: (() => void) | undefined;
      const some = new Promise<void>((resolve) => {
        answered = resolve;
      });
      const work = race(async (at) => {
        for (let step = 0; ; step += 1) {
          const key = `${at}-${step}`;
          const record = { ...exportOf(key, [`${key} a`, `${key} b`], { documents: { draftId: key } }), scope };
          await state.exports.claim(record, 0);
          acknowledged.add(key);
          await state.exports.save({ ...record, state: 'released' }, 1);
          acknowledged.add(`${key} freed`);
          if (acknowledged.size > 20 * round) answered?.();
        }
      }).catch((error: unknown) => error);
      await some;
      await server.kill();
      expect(await work).toBeInstanceOf(Error);
      await server.restart();

      const records = new Map<string, ExportRecord>();
      let after: string | undefined;
      do {
        const page = await state.exports.list(scope, { limit: 1000, ...(after !== undefined && { after }) });
        for (const record of page.items) records.set(record.key, record);
        after = page.next;
      } while (after !== undefined);
      for (const key of acknowledged) {
        const [name, freed] = key.split(' ');
        expect(records.get(name ?? '')).toBeDefined();
        if (freed !== undefined) expect(records.get(name ?? '')?.state).toBe('released');
      }
      const refs = [...records.values()].flatMap((record) => record.sources.map(({ ref }) => ref));
      const found = await state.exports.findByItems(scope, refs);
      expect(found.map(({ key }) => key)).toEqual([...records.keys()]);
      // The last one of each writer was under way: it holds its items or does not, as its state says.
      const lastOf = new Map<string, ExportRecord>();
      for (const record of records.values()) {
        const [writer = '', step] = record.key.split('-');
        if (Number(step) >= Number(lastOf.get(writer)?.key.split('-')[1] ?? 0)) lastOf.set(writer, record);
      }
      for (const record of lastOf.values()) {
        const probe = await state.exports.claim({ ...exportOf(`probe ${record.key}`, [`${record.key} b`]), scope }, 0);
        expect(probe.outcome).toBe(record.state === 'released' ? 'claimed' : 'taken');
      }
    }
  });

  it('fails calls while it is away and works again when it is back', async () => {
    const lost: Error[] = [];
    const own = fromPg(new pg.Pool({ connectionString: server.url, max: 2 }), {
      onConnectionLost: (error) => lost.push(error),
    });
    const state = createSqlState({ db: own });
    await state.cursors.set(scope, 'n', '1', null);
    await server.kill();
    await expect(state.cursors.get(scope, 'n')).rejects.toThrow();
    await server.restart();
    expect(await state.cursors.get(scope, 'n')).toBe('1');
    expect(lost.length).toBeGreaterThan(0);
    await own.destroy();
  });
});

function race<T>(run: (at: number) => Promise<T>): Promise<readonly T[]> {
  return Promise.all(Array.from({ length: racers }, (_, at) => run(at)));
}
