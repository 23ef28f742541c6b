import { freeStates } from '../../ports/export-record.ts';
import { equals, holds, race, rejects } from '../expect.ts';
import type { Law } from '../law.ts';
import { sampleExport, sampleTime, uniqueScope } from '../samples.ts';
import type { StateFixture } from '../state-fixture.ts';

const racers = 12;

/** Saves: fencing, freeing, document ids. */
export const exportSaveLaws: readonly Law<StateFixture>[] = [
  {
    name: 'exports: a save with an old version changes nothing',
    why: 'the result of a worker that was overtaken would overwrite that of the one that has the export now',
    check: async ({ state, reopen }) => {
      const record = sampleExport(uniqueScope(), 'k1', ['1']);
      await state.exports.claim(record, 0);
      const taken = { ...record, attempt: 2 };
      equals(await state.exports.save(taken, 1), { outcome: 'saved', record: { ...taken, version: 2 } }, 'the new worker');
      const late = await state.exports.save({ ...record, state: 'exported' }, 1);
      equals(late, { outcome: 'changed', current: { ...taken, version: 2 } }, 'the answer to the old worker');
      const [stored] = await (await reopen()).exports.get(record.scope, ['k1']);
      equals(stored, { ...taken, version: 2 }, 'the record afterwards');
    },
  },
  {
    name: 'exports: of racing saves one wins',
    why: 'two workers that both renewed the lease both send',
    check: async ({ state }) => {
      const record = sampleExport(uniqueScope(), 'k1', ['1']);
      await state.exports.claim(record, 0);
      const results = await race(racers, (index) => state.exports.save({ ...record, attempt: index + 2 }, 1));
      equals(results.filter((each) => each.outcome === 'saved').length, 1, 'winners among racing saves');
    },
  },
  {
    name: 'exports: a record that is not there cannot be saved',
    why: 'an export without a claim holds no items',
    check: async ({ state }) => {
      const record = sampleExport(uniqueScope(), 'k1', ['1']);
      equals(await state.exports.save(record, 0), { outcome: 'changed', current: null }, 'a save without a claim');
      equals(await state.exports.get(record.scope, ['k1']), [], 'what is stored');
    },
  },
  {
    name: 'exports: every free state frees the items, at once and all of them',
    why: 'hours of a rejected export that stay claimed can never be invoiced',
    check: async ({ state }) => {
      for (const free of freeStates) {
        const scope = uniqueScope();
        const record = sampleExport(scope, 'k1', ['1', '2']);
        await state.exports.claim(record, 0);
        await state.exports.save({ ...record, state: free, leaseUntil: null }, 1);
        const next = await state.exports.claim(sampleExport(scope, 'k2', ['2', '1']), 0);
        equals(next.outcome, 'claimed', `a claim of the items of an export that is ${free}`);
      }
    },
  },
  {
    name: 'exports: live states keep the items',
    why: 'an hour of an export in doubt that is free is invoiced twice',
    check: async ({ state }) => {
      for (const live of ['writing', 'in-doubt', 'exported', 'held', 'draft-missing', 'undoing'] as const) {
        const scope = uniqueScope();
        const record = sampleExport(scope, 'k1', ['1']);
        await state.exports.claim(record, 0);
        await state.exports.save({ ...record, state: live, leaseUntil: null }, 1);
        const other = await state.exports.claim(sampleExport(scope, 'k2', ['1']), 0);
        equals(other.outcome, 'taken', `a claim of the item of an export that is ${live}`);
      }
    },
  },
  {
    name: 'exports: a save never makes a free record live',
    why: 'its items may be in another export by now',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const record = sampleExport(scope, 'k1', ['1']);
      await state.exports.claim(record, 0);
      await state.exports.save({ ...record, state: 'not-written', leaseUntil: null }, 1);
      await state.exports.claim(sampleExport(scope, 'k2', ['1']), 0);
      const revived = await state.exports.save({ ...record, state: 'stored' }, 2);
      equals(revived.outcome, 'changed', 'a save that would make it live');
      const noted = { ...record, state: 'not-written', leaseUntil: null, attempt: 9 } as const;
      equals((await state.exports.save(noted, 2)).outcome, 'saved', 'a save that leaves it free');
    },
  },
  {
    name: 'exports: the items of an export never change',
    why: 'an item that is added by a save is claimed by nobody',
    check: async ({ state }) => {
      const scope = uniqueScope();
      await state.exports.claim(sampleExport(scope, 'k1', ['1']), 0);
      const changed = sampleExport(scope, 'k1', ['1', '2']);
      await rejects(() => state.exports.save(changed, 1), 'a save with another set of items', (error) => error instanceof TypeError);
      const [stored] = await state.exports.get(scope, ['k1']);
      equals([stored?.version, stored?.sources.length], [1, 1], 'version and number of items afterwards');
    },
  },
  {
    name: 'exports: a document belongs to one export',
    why: 'two exports that adopt one invoice leave the hours of one of them unbilled',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const [one, two] = [sampleExport(scope, 'k1', ['1']), sampleExport(scope, 'k2', ['2'])];
      await state.exports.claim(one, 0);
      await state.exports.claim(two, 0);
      const documents = { draftId: 'draft-1', invoiceId: 'invoice-1' };
      equals((await state.exports.save({ ...one, documents }, 1)).outcome, 'saved', 'the first export');
      const second = await state.exports.save({ ...two, documents: { invoiceId: 'invoice-1' } }, 1);
      equals(second, { outcome: 'document-taken', key: 'k1' }, 'the second export with the same invoice');
      const [stored] = await state.exports.get(scope, ['k2']);
      equals([stored?.version, stored?.documents], [1, {}], 'the second export afterwards');
      const other = await state.exports.save({ ...two, documents: { ledgerItemId: 'invoice-1' } }, 1);
      equals(other.outcome, 'saved', 'the same id as another kind of document');
    },
  },
  {
    name: 'exports: of racers for one document one wins',
    why: 'two exports that adopt one invoice leave the hours of one of them unbilled',
    check: async ({ state }) => {
      const scope = uniqueScope();
      const records = Array.from({ length: racers }, (_, index) => sampleExport(scope, `k${index}`, [`${index}`]));
      for (const record of records) await state.exports.claim(record, 0);
      const documents = { draftId: 'draft-1' };
      const results = await Promise.all(records.map((record) => state.exports.save({ ...record, documents }, 1)));
      equals(results.filter((each) => each.outcome === 'saved').length, 1, 'winners among racers for one draft');
    },
  },
  {
    name: 'exports: the store reads no clock and changes no field',
    why: 'a lease that is longer or shorter than the engine thinks lets two workers in',
    check: async ({ state }) => {
      const record = sampleExport(uniqueScope(), 'k1', ['1']);
      await state.exports.claim(record, 0);
      const next = {
        ...record,
        state: 'in-doubt',
        leaseUntil: sampleTime + 7,
        sendBefore: sampleTime + 5,
        quietFrom: sampleTime + 900_005,
        absent: { count: 1, firstAt: sampleTime + 3 },
        watch: [{ generation: 1, closedAt: sampleTime, watchUntil: sampleTime + 9 }],
        watchUntil: sampleTime + 9,
        updatedAt: sampleTime + 1,
      } as const;
      const result = await state.exports.save(next, 1);
      equals(result, { outcome: 'saved', record: { ...next, version: 2 } }, 'the saved record');
      holds((await state.exports.get(record.scope, ['k1']))[0]?.createdAt === sampleTime, 'createdAt was changed');
    },
  },
];
