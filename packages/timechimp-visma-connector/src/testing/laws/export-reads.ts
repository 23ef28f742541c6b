import type { ExportRecord } from '../../ports/export-record.ts';
import type { ExportQuery } from '../../ports/export-store.ts';
import type { ExportScope } from '../../ports/scope.ts';
import { equals, holds, rejects } from '../expect.ts';
import type { Law } from '../law.ts';
import { hostileTexts, sampleExport, sampleTime, uniqueScope } from '../samples.ts';
import type { StateFixture } from '../state-fixture.ts';

async function claimAll({ state }: StateFixture, records: readonly ExportRecord[]): Promise<void> {
  for (const record of records) {
    const { outcome } = await state.exports.claim(record, 0);
    equals(outcome, 'claimed', `the claim of ${record.key}`);
  }
}

async function keysOf({ state }: StateFixture, scope: ExportScope, query: Omit<ExportQuery, 'limit'>): Promise<string[]> {
  const page = await state.exports.list(scope, { ...query, limit: 100 });
  return page.items.map((record) => record.key);
}

/** What is read is what was written, all of it, and of this scope alone. */
export const exportReadLaws: readonly Law<StateFixture>[] = [
  {
    name: 'exports: any text survives, in keys, items and payloads',
    why: 'a customer named O\'Brien must not break, or change, an export',
    check: async (fixture) => {
      const scope = uniqueScope();
      const records = hostileTexts.map((text, index) =>
        sampleExport(scope, `${index} ${text.slice(0, 100)}`, [`${index} ${text.slice(0, 100)}`], {
          payload: { text, nested: [{ [text.slice(0, 40)]: [1.5, true, null, ''] }] },
          reason: { code: 'x', message: text, details: { text } },
        }),
      );
      await claimAll(fixture, records);
      const other = await fixture.reopen();
      for (const record of records) {
        equals(await other.exports.get(scope, [record.key]), [{ ...record, version: 1 }], `the record ${record.key.slice(0, 20)}`);
        const found = await other.exports.findByItems(scope, record.sources.map((source) => source.ref));
        equals(found.map((each) => each.key), [record.key], 'what is found by the item');
      }
    },
  },
  {
    name: 'exports: an export of 1,000 items with a large payload survives',
    why: 'a month of a large customer is one invoice',
    check: async (fixture) => {
      const scope = uniqueScope();
      const hours = Array.from({ length: 1_000 }, (_, index) => `hour-${index}`);
      const rows = hours.map((hour) => ({ text: `Werk ${hour} ${'x'.repeat(100)}`, quantity: '1.00' }));
      const record = sampleExport(scope, 'large', hours, { payload: { rows } });
      await claimAll(fixture, [record]);
      equals(await (await fixture.reopen()).exports.get(scope, ['large']), [{ ...record, version: 1 }], 'the large record');
    },
  },
  {
    name: 'exports: what goes in and out is a copy',
    why: 'a caller that changes its record would change the ledger without a version',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const record = structuredClone(sampleExport(scope, 'k1', ['1']));
      await state.exports.claim(record, 0);
      (record.payload as { amount: string }).amount = 'changed by the caller';
      const [first] = await state.exports.get(scope, ['k1']);
      equals((first?.payload as { amount: string }).amount, '95.00', 'the stored payload after the caller changed his own');
      (first?.payload as { amount: string }).amount = 'changed by a reader';
      const [second] = await state.exports.get(scope, ['k1']);
      equals((second?.payload as { amount: string }).amount, '95.00', 'the stored payload after a reader changed his own');
    },
  },
  {
    name: 'exports: get answers in the order of the keys, unknown ones absent',
    why: 'a report that pairs plans with records would pair the wrong ones',
    check: async (fixture) => {
      const scope = uniqueScope();
      await claimAll(fixture, ['a', 'b', 'c'].map((key) => sampleExport(scope, key, [key])));
      const records = await fixture.state.exports.get(scope, ['c', 'unknown', 'a']);
      equals(records.map((record) => record.key), ['c', 'a'], 'keys');
      equals(await fixture.state.exports.get(scope, []), [], 'no keys');
    },
  },
  {
    name: 'exports: findByItems finds free exports too',
    why: '"what happened to this hour?" is asked most about exports that failed',
    check: async (fixture) => {
      const scope = uniqueScope();
      const record = sampleExport(scope, 'k2', ['1']);
      await claimAll(fixture, [record]);
      await fixture.state.exports.save({ ...record, state: 'rejected', leaseUntil: null }, 1);
      await claimAll(fixture, [sampleExport(scope, 'k1', ['1', '2']), sampleExport(scope, 'k3', ['3'])]);
      const found = await fixture.state.exports.findByItems(scope, [{ kind: 'time', id: '1' }]);
      equals(found.map((each) => each.key), ['k1', 'k2'], 'keys of the exports of this hour, ascending');
    },
  },
  {
    name: 'exports: list gives every record once, page by page, also while others are added',
    why: 'a record that the sweep passes over stays in doubt for ever',
    check: async (fixture) => {
      const scope = uniqueScope();
      const key = (index: number): string => `k${String(index).padStart(3, '0')}`;
      const even = Array.from({ length: 12 }, (_, index) => key(index * 2));
      await claimAll(fixture, even.map((each) => sampleExport(scope, each, [each])));
      const seen: string[] = [];
      let after: string | undefined;
      for (let page = 0; page < 30; page += 1) {
        const { items, next } = await fixture.state.exports.list(scope, { limit: 5, after });
        holds(items.length <= 5, `a page of 5 has ${items.length} records`);
        seen.push(...items.map((record) => record.key));
        const added = key(page * 2 + 1);
        await claimAll(fixture, [sampleExport(scope, added, [added])]);
        after = next;
        if (after === undefined) break;
      }
      equals(seen.filter((each) => even.includes(each)), even, 'the records that were there all the time, in order');
      equals(new Set(seen).size, seen.length, 'records without repetition');
    },
  },
  {
    name: 'exports: list refuses a limit that is no limit',
    why: 'a page without a limit reads the whole ledger into memory',
    check: async ({ state }) => {
      for (const limit of [0, -1, 1.5, Number.NaN, 1_000_000]) {
        await rejects(() => state.exports.list(uniqueScope(), { limit }), `a page of ${limit}`);
      }
    },
  },
  {
    name: 'exports: list restricts by state, kind, lease, watch, change and draft',
    why: 'a sweep that misses a record leaves it in doubt; one that takes a leased record disturbs a worker',
    check: async (fixture) => {
      const scope = uniqueScope();
      const changes: Record<string, Partial<ExportRecord>> = {
        a: { leaseUntil: sampleTime },
        b: { leaseUntil: sampleTime + 1 },
        c: { leaseUntil: null, kind: 'sales-entry', state: 'held' },
        d: { leaseUntil: null, documents: { draftId: 'd1' }, state: 'exported', updatedAt: sampleTime + 5 },
        e: { leaseUntil: null, documents: { draftId: 'd2', invoiceId: 'i2' }, state: 'exported' },
        f: { leaseUntil: null, watchUntil: sampleTime + 1, watch: [{ generation: 1, closedAt: 0, watchUntil: sampleTime + 1 }] },
      };
      await claimAll(fixture, Object.entries(changes).map(([key, change]) => sampleExport(scope, key, [key], change)));
      equals(await keysOf(fixture, scope, { states: ['held', 'exported'] }), ['c', 'd', 'e'], 'by state');
      equals(await keysOf(fixture, scope, { states: [] }), [], 'by no state at all');
      equals(await keysOf(fixture, scope, { kinds: ['sales-entry'] }), ['c'], 'by kind');
      equals(await keysOf(fixture, scope, { leaseLapsedAt: sampleTime }), ['a', 'c', 'd', 'e', 'f'], 'by a lease that is over');
      equals(await keysOf(fixture, scope, { watchedAt: sampleTime }), ['f'], 'by being watched');
      equals(await keysOf(fixture, scope, { watchedAt: sampleTime + 1 }), [], 'by being watched, when that is over');
      equals(await keysOf(fixture, scope, { updatedSince: sampleTime + 5 }), ['d'], 'by change');
      equals(await keysOf(fixture, scope, { draftOnly: true }), ['d'], 'by having a draft only');
      const both = await keysOf(fixture, scope, { states: ['exported'], draftOnly: true, leaseLapsedAt: sampleTime });
      equals(both, ['d'], 'by all of it together');
    },
  },
  {
    name: 'exports: scopes never meet',
    why: 'what one company sees or claims of another is a breach, and a missing invoice',
    check: async (fixture) => {
      const { companyIdentifier, sourceAccountId } = uniqueScope();
      const scopes = [
        { companyIdentifier: `${companyIdentifier}/x`, sourceAccountId },
        { companyIdentifier, sourceAccountId: `x/${sourceAccountId}` },
        { companyIdentifier, sourceAccountId },
        { companyIdentifier: sourceAccountId, sourceAccountId: companyIdentifier },
      ];
      const documents = { draftId: 'draft-1' };
      for (const scope of scopes) await claimAll(fixture, [sampleExport(scope, 'k1', ['1'], { documents, payloadHash: scope.companyIdentifier })]);
      for (const scope of scopes) {
        equals(await keysOf(fixture, scope, {}), ['k1'], 'the records of one scope');
        const [read] = await fixture.state.exports.get(scope, ['k1']);
        equals(read?.payloadHash, scope.companyIdentifier, 'the record of this scope');
        const found = await fixture.state.exports.findByItems(scope, [{ kind: 'time', id: '1' }]);
        equals(found.length, 1, 'exports of this scope with the item');
      }
    },
  },
];
