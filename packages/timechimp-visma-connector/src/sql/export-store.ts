import type { Kysely } from 'kysely';
import type { ExportStore } from '../ports/export-store.ts';
import { scopeKey } from '../ports/scope.ts';
import { claimExport } from './claim-export.ts';
import { findExportsByItems, getExports, listExports } from './export-queries.ts';
import { saveExport } from './save-export.ts';
import type { Tables } from './tables.ts';
import { escapeKey } from './text.ts';

/** The ledger of exports in SQL. */
export function sqlExportStore(db: Kysely<Tables>): ExportStore {
  return {
    claim: (record, expectedVersion) => claimExport(db, record, expectedVersion),
    save: (record, expectedVersion) => saveExport(db, record, expectedVersion),
    get: async (scope, keys) => getExports(db, escapeKey(scopeKey(scope)), keys),
    findByItems: async (scope, refs) => findExportsByItems(db, escapeKey(scopeKey(scope)), refs),
    list: async (scope, query) => listExports(db, escapeKey(scopeKey(scope)), query),
  };
}
