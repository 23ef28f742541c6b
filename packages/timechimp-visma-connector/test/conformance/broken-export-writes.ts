import type { ExportDocuments, ExportRecord } from '../../src/ports/export-record.ts';
import type { ExportStore } from '../../src/ports/export-store.ts';
import { inExports, type BrokenState } from './broken-state.ts';

async function current(store: ExportStore, record: ExportRecord): Promise<ExportRecord | undefined> {
  return (await store.get(record.scope, [record.key]))[0];
}

function renamed(record: ExportRecord, rename: (id: string) => string): ExportRecord {
  const entries = Object.entries(record.documents).map(([name, id]: [string, string | undefined]) => [name, id === undefined ? id : rename(id)]);
  return { ...record, documents: Object.fromEntries(entries) as ExportDocuments };
}

/** Mistakes in claims and saves of the ledger. */
export const brokenExportWrites: readonly BrokenState[] = [
  {
    mistake: 'a key that exists is claimed again',
    law: 'exports: a key is claimed once, also by racers',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const result = await inner.claim(record, expected);
        return result.outcome === 'exists' ? { outcome: 'claimed', record: result.record } : result;
      },
    })),
  },
  {
    mistake: 'items are checked first and claimed later',
    law: 'exports: an item is in one live export, also among racers',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const taken = await inner.findByItems(record.scope, record.sources.map((source) => source.ref));
        if (taken.some((each) => each.key !== record.key)) return inner.claim(record, expected);
        await Promise.resolve();
        const unchecked = record.sources.map((source) => ({ ...source, ref: { ...source.ref, id: `${source.ref.id} ${record.key}` } }));
        const result = await inner.claim({ ...record, sources: unchecked }, expected);
        return result.outcome === 'claimed' ? { outcome: 'claimed', record: { ...record, version: 1 } } : result;
      },
    })),
  },
  {
    mistake: 'a refused claim keeps the items that were free',
    law: 'exports: a refused claim writes nothing',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const result = await inner.claim(record, expected);
        if (result.outcome !== 'taken') return result;
        const taken = new Set(result.by.map(({ ref }) => ref.id));
        const rest = record.sources.filter((source) => !taken.has(source.ref.id));
        await inner.claim({ ...record, key: `${record.key} (part)`, sources: rest }, 0);
        return result;
      },
    })),
  },
  {
    mistake: 'a save does not look at the version',
    law: 'exports: a save with an old version changes nothing',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => inner.save(record, (await current(inner, record))?.version ?? expected),
    })),
  },
  {
    mistake: 'a save looks at the version, then writes',
    law: 'exports: of racing saves one wins',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => {
        const before = (await current(inner, record))?.version;
        const result = await inner.save(record, expected);
        // It looked at the version before the other one was saved, so it writes over it.
        return result.outcome === 'changed' && before === expected
          ? inner.save(record, result.current?.version ?? expected)
          : result;
      },
    })),
  },
  {
    mistake: 'an undone export keeps its items',
    law: 'exports: every free state frees the items, at once and all of them',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save(record.state === 'undone' ? { ...record, state: 'held' } : record, expected),
    })),
  },
  {
    mistake: 'a held export frees its items',
    law: 'exports: live states keep the items',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save(record.state === 'held' ? { ...record, state: 'stale' } : record, expected),
    })),
  },
  {
    mistake: 'a save makes a free record live',
    law: 'exports: a save never makes a free record live',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => {
        const result = await inner.save(record, expected);
        return result.outcome === 'changed' && result.current?.version === expected
          ? { outcome: 'saved', record: { ...record, version: expected + 1 } }
          : result;
      },
    })),
  },
  {
    mistake: 'one document may belong to two exports',
    law: 'exports: a document belongs to one export',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save(renamed(record, (id) => `${record.key} ${id}`), expected),
    })),
  },
  {
    mistake: 'items of a save replace those of the claim',
    law: 'exports: the items of an export never change',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => {
        const stored = await current(inner, record);
        return inner.save({ ...record, sources: stored?.sources ?? record.sources }, expected);
      },
    })),
  },
];
