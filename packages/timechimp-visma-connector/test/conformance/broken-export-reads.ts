import type { ExportRecord } from '../../src/ports/export-record.ts';
import { scopeKey, type ExportScope } from '../../src/ports/scope.ts';
import { inExports, type BrokenState } from './broken-state.ts';

/** One scope text without escaping: what a hurried adapter writes. */
function joined(scope: ExportScope): ExportScope {
  return { companyIdentifier: `${scope.companyIdentifier}/${scope.sourceAccountId}`, sourceAccountId: '' };
}

/** Mistakes in what the ledger keeps and shows. */
export const brokenExportReads: readonly BrokenState[] = [
  {
    mistake: 'the clock of the store goes into the record',
    law: 'exports: a claim stores the record as it was given, with version 1',
    breakIt: inExports((inner) => ({ claim: (record, expected) => inner.claim({ ...record, updatedAt: Date.now() }, expected) })),
  },
  {
    mistake: 'times are kept in whole seconds',
    law: 'exports: the store reads no clock and changes no field',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save({ ...record, leaseUntil: Math.trunc((record.leaseUntil ?? 0) / 1_000) * 1_000 }, expected),
    })),
  },
  {
    mistake: 'readers share one object',
    law: 'exports: what goes in and out is a copy',
    breakIt: inExports((inner) => {
      const shared = new Map<string, ExportRecord>();
      return {
        get: async (scope, keys) => {
          const records = await inner.get(scope, keys);
          return records.map((record) => {
            const name = `${scopeKey(scope)} ${record.key}`;
            const known = shared.get(name) ?? record;
            shared.set(name, known);
            return known;
          });
        },
      };
    }),
  },
  {
    mistake: 'pages are counted, not continued after a key',
    law: 'exports: list gives every record once, page by page, also while others are added',
    breakIt: inExports((inner) => ({
      list: async (scope, { after, limit, ...query }) => {
        const all = (await inner.list(scope, { ...query, limit: 1_000 })).items;
        const start = Number(after ?? 0);
        const items = all.slice(start, start + limit);
        return { items, ...(start + limit < all.length && { next: String(start + limit) }) };
      },
    })),
  },
  {
    mistake: 'a lease that ends now is still taken for held',
    law: 'exports: list restricts by state, kind, lease, watch, change and draft',
    breakIt: inExports((inner) => ({
      list: (scope, query) =>
        inner.list(scope, query.leaseLapsedAt === undefined ? query : { ...query, leaseLapsedAt: query.leaseLapsedAt - 1 }),
    })),
  },
  {
    mistake: 'the parts of a scope are joined without escaping',
    law: 'exports: scopes never meet',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const result = await inner.claim({ ...record, scope: joined(record.scope) }, expected);
        return result.outcome === 'claimed' ? { outcome: 'claimed', record: { ...result.record, scope: record.scope } } : result;
      },
      get: (scope, keys) => inner.get(joined(scope), keys),
      list: (scope, query) => inner.list(joined(scope), query),
      findByItems: (scope, refs) => inner.findByItems(joined(scope), refs),
    })),
  },
  {
    mistake: 'everything is kept in the memory of one process',
    law: 'exports: a claim stores the record as it was given, with version 1',
    breakIt: (state) => state,
    forgets: true,
  },
];
