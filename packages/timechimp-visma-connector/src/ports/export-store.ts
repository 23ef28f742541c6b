import type { ExportKind, ExportRecord, ExportState } from './export-record.ts';
import type { Page, PageRequest } from './page.ts';
import type { ExportScope } from './scope.ts';
import type { ItemRef } from './item-ref.ts';

/** What came of a claim. */
export type ClaimResult =
  | { readonly outcome: 'claimed'; readonly record: ExportRecord }
  /** The key has a record that is live, or its version is not the expected one. Nothing was written. */
  | { readonly outcome: 'exists'; readonly record: ExportRecord }
  /** Some items are in another live export. Nothing was written. */
  | { readonly outcome: 'taken'; readonly by: readonly { readonly ref: ItemRef; readonly key: string }[] };

/** What came of a save. */
export type SaveResult =
  | { readonly outcome: 'saved'; readonly record: ExportRecord }
  /** Another worker was first: the stored record, or null when there is none. Nothing was written. */
  | { readonly outcome: 'changed'; readonly current: ExportRecord | null }
  /** A document id belongs to another export. Nothing was written. */
  | { readonly outcome: 'document-taken'; readonly key: string };

/** Restricts `list`. Conditions are combined with "and"; an absent one restricts nothing. */
export interface ExportQuery extends PageRequest {
  readonly states?: readonly ExportState[] | undefined;
  readonly kinds?: readonly ExportKind[] | undefined;
  /** Only records without a lease, or whose lease is not after this time. */
  readonly leaseLapsedAt?: number | undefined;
  /** Only records that have a draft's id and no invoice's: drafts that a person may convert at any time. */
  readonly draftOnly?: boolean | undefined;
  /** Only records whose `watchUntil` is after this time. */
  readonly watchedAt?: number | undefined;
  /** Only records whose `updatedAt` is at or after this time. */
  readonly updatedSince?: number | undefined;
}

/**
 * The ledger of exports: the one place where "exactly once" is decided. Keys, items and document ids belong to a scope.
 *
 * Laws that every implementation keeps, under any number of processes:
 * - an item is in at most one live export (`isLive(state)`) of its scope;
 * - a document id is in the `documents` of at most one export of its scope, live or not;
 * - a record changes only through `claim` and `save`, each all or nothing, and its version then grows by one;
 * - reads see every write that was acknowledged before they began;
 * - the store reads no clock and changes no field on its own, except `version`.
 *
 * In SQL: one table of records keyed by (scope, key), one of claimed items unique on (scope, item), one of document ids
 * unique on (scope, field name, id), and a guarded update on the version, in one transaction.
 */
export interface ExportStore {
  /**
   * Makes a record live and claims its items, all of them or none.
   * `expectedVersion` 0: the key must be new. Otherwise the stored record must have that version and a state that is
   * not live. The record is stored with version `expectedVersion + 1`; its state must be live. Of racers with the same
   * key, or with a common item, at most one is `claimed`. Also checks document ids: a foreign one answers `exists` with
   * the record that has it.
   */
  claim(record: ExportRecord, expectedVersion: number): Promise<ClaimResult>;
  /**
   * Stores the record when the stored version is `expectedVersion` and the stored state is live or equals the new one;
   * the version becomes `expectedVersion + 1`. When the new state is not live, its items are free from the same moment.
   * The set of items does not change (a changed set is a programming error: throws `TypeError`, writes nothing).
   * A record that is not live cannot be made live by `save`: answers `changed`.
   */
  save(record: ExportRecord, expectedVersion: number): Promise<SaveResult>;
  /** The records of these keys, in the order of the keys; unknown keys are absent. */
  get(scope: ExportScope, keys: readonly string[]): Promise<readonly ExportRecord[]>;
  /** Every record, live or not, that has one of these items, by key ascending: "what happened to this hour?". */
  findByItems(scope: ExportScope, refs: readonly ItemRef[]): Promise<readonly ExportRecord[]>;
  /** Records by key ascending. */
  list(scope: ExportScope, query: ExportQuery): Promise<Page<ExportRecord>>;
}
