import type { ExportRecord } from '../../ports/export-record.ts';
import { equals, holds, race } from '../expect.ts';
import type { Law } from '../law.ts';
import { sampleExport, uniqueScope } from '../samples.ts';
import type { StateFixture } from '../state-fixture.ts';

const racers = 12;

/** Claims and what they promise. */
export const exportClaimLaws: readonly Law<StateFixture>[] = [
  {
    name: 'exports: a claim stores the record as it was given, with version 1',
    why: 'a field that changes on its way makes reconcile work on something else than was planned',
    check: async ({ state, reopen }) => {
      const record = sampleExport(uniqueScope(), 'k1', ['1', '2']);
      const result = await state.exports.claim(record, 0);
      equals(result, { outcome: 'claimed', record: { ...record, version: 1 } }, 'the answer of the claim');
      const [read] = await (await reopen()).exports.get(record.scope, ['k1']);
      equals(read, { ...record, version: 1 }, 'the record, read through another handle');
    },
  },
  {
    name: 'exports: a key is claimed once, also by racers',
    why: 'two workers that both believe to have an export both write it',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const results = await race(racers, () => state.exports.claim(sampleExport(scope, 'k1', ['1']), 0));
      equals(results.filter((each) => each.outcome === 'claimed').length, 1, 'winners among racers for one key');
    },
  },
  {
    name: 'exports: an item is in one live export, also among racers',
    why: 'an hour in two exports is invoiced twice',
    check: async ({ state, reopen }) => {
      const scope = uniqueScope();
      const claim = (index: number) => state.exports.claim(sampleExport(scope, `k${index}`, ['shared', `own${index}`]), 0);
      const results = await race(racers, claim);
      equals(results.filter((each) => each.outcome === 'claimed').length, 1, 'winners among racers for one item');
      const holders = await (await reopen()).exports.findByItems(scope, [{ kind: 'time', id: 'shared' }]);
      equals(holders.length, 1, 'exports that hold the item, read through another handle');
    },
  },
  {
    name: 'exports: a refused claim names who has the items',
    why: 'without it nobody can tell why an hour cannot be exported',
    check: async ({ state }) => {
      const scope = uniqueScope();
      await state.exports.claim(sampleExport(scope, 'first', ['1', '2']), 0);
      const result = await state.exports.claim(sampleExport(scope, 'second', ['2', '3']), 0);
      equals(result, { outcome: 'taken', by: [{ ref: { kind: 'time', id: '2' }, key: 'first' }] }, 'the refusal');
    },
  },
  {
    name: 'exports: a refused claim writes nothing',
    why: 'items of a refused claim that stay claimed can never be exported again',
    check: async ({ state }) => {
      const scope = uniqueScope();
      await state.exports.claim(sampleExport(scope, 'first', ['1']), 0);
      await state.exports.claim(sampleExport(scope, 'second', ['2', '1', '3']), 0);
      const third = await state.exports.claim(sampleExport(scope, 'third', ['2', '3']), 0);
      equals(third.outcome, 'claimed', 'a claim of the items that the refused one had besides');
      equals(await state.exports.get(scope, ['second']), [], 'the record of the refused claim');
    },
  },
  {
    name: 'exports: the kind is part of an item',
    why: 'hour 7 and expense 7 are two things; one must not block the other',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const [hour] = sampleExport(scope, 'k', ['7']).sources;
      const expense = { ...hour, ref: { kind: 'expense', id: '7' } } as ExportRecord['sources'][number];
      await state.exports.claim(sampleExport(scope, 'hour', ['7']), 0);
      const result = await state.exports.claim(sampleExport(scope, 'expense', [], { sources: [expense] }), 0);
      equals(result.outcome, 'claimed', 'a claim of the expense with the same id');
    },
  },
  {
    name: 'exports: a free record is claimed again with its version only',
    why: 'a worker that looked at an old version would start an export that another has started already',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const record = sampleExport(scope, 'k1', ['1']);
      await state.exports.claim(record, 0);
      await state.exports.save({ ...record, state: 'rejected', leaseUntil: null }, 1);
      const stale = await state.exports.claim({ ...record, attempt: 2 }, 1);
      equals(stale.outcome, 'exists', 'a claim with an old version');
      const fresh = await state.exports.claim({ ...record, attempt: 2 }, 0);
      equals(fresh.outcome, 'exists', 'a claim that takes the key for new');
      const results = await race(racers, () => state.exports.claim({ ...record, attempt: 2 }, 2));
      equals(results.filter((each) => each.outcome === 'claimed').length, 1, 'winners among racers that claim again');
      const [stored] = await state.exports.get(scope, ['k1']);
      equals([stored?.version, stored?.state, stored?.attempt], [3, 'claimed', 2], 'version, state and attempt');
    },
  },
  {
    name: 'exports: a live record is not claimed again',
    why: 'an export under way would be started a second time',
    check: async ({ state }) => {
      const record = sampleExport(uniqueScope(), 'k1', ['1']);
      await state.exports.claim(record, 0);
      const result = await state.exports.claim({ ...record, attempt: 2 }, 1);
      equals(result.outcome, 'exists', 'a claim of a record that is live');
      holds(result.outcome === 'exists' && result.record.attempt === 1, 'the stored record was changed');
    },
  },
];
