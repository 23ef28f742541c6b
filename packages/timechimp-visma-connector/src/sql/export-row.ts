import { payloadHash } from '@x/billing-core';
import { type ExportRecord, isLive } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { scopeKey } from '../ports/scope.ts';
import { toDocument } from './document.ts';
import { escapeKey } from './text.ts';
import { whole, wholeOrNull } from './whole.ts';

/** Where the record's row is. */
export function rowKey(record: ExportRecord): { readonly scope: string; readonly key: string } {
  return { scope: escapeKey(scopeKey(record.scope)), key: escapeKey(record.key) };
}

/** The columns of the record's row, apart from where it is, with the version that it gets. */
export function rowOf(record: ExportRecord, version: number) {
  return {
    kind: record.kind,
    state: record.state,
    live: isLive(record.state),
    version: whole(version),
    lease_until: wholeOrNull(record.leaseUntil),
    watch_until: wholeOrNull(record.watchUntil),
    updated_at: whole(record.updatedAt),
    draft_only: record.documents.draftId !== undefined && record.documents.invoiceId === undefined,
    items_digest: itemsDigest(record),
    record: toDocument({ ...record, version }),
  };
}

/** One text per set of items: a save must not change the set. */
export function itemsDigest(record: ExportRecord): string {
  return payloadHash(itemsOf(record));
}

/** The record's items, each once, in the order in which everybody locks them. */
export function itemsOf(record: ExportRecord): readonly string[] {
  return [...new Set(record.sources.map(({ ref }) => escapeKey(itemKey(ref))))].sort();
}
