import type { Kysely } from 'kysely';
import type { LinkStore } from '../ports/link-store.ts';
import { scopeKey } from '../ports/scope.ts';
import { customerLinks, linkCustomers, reserveNumber, unlinkCustomer } from './customer-links.ts';
import { listMarks, markItems, unmarkItems } from './item-marks.ts';
import type { Tables } from './tables.ts';
import { escapeKey } from './text.ts';

/** Links, reserved numbers and marks in SQL. */
export function sqlLinkStore(db: Kysely<Tables>): LinkStore {
  return {
    customerLinks: async (scope, ids) => customerLinks(db, escapeKey(scopeKey(scope)), ids),
    linkCustomers: async (scope, links) => linkCustomers(db, escapeKey(scopeKey(scope)), links),
    unlinkCustomer: async (scope, id) => unlinkCustomer(db, escapeKey(scopeKey(scope)), id),
    reserveNumber: async (scope, id, number) => reserveNumber(db, escapeKey(scopeKey(scope)), id, number),
    mark: async (scope, marks) => markItems(db, escapeKey(scopeKey(scope)), marks),
    unmark: async (scope, refs, kind) => unmarkItems(db, escapeKey(scopeKey(scope)), refs, kind),
    listMarks: async (scope, query) => listMarks(db, escapeKey(scopeKey(scope)), query),
  };
}
