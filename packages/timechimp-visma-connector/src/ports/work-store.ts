import type { BillableItem, EntryStatus, LocalDate, Project, User } from '@x/billing-core';
import type { ItemRef } from './item-ref.ts';
import type { Page, PageRequest } from './page.ts';

/**
 * One item with its present status, which is also the content's own where its kind has one. A `term` is `Open` here:
 * whether it was billed is noted in the `LinkStore`.
 */
export interface WorkItem {
  readonly ref: ItemRef;
  readonly status: EntryStatus;
  readonly content: BillableItem;
}

/** Restricts a page of items. Conditions are combined with "and". */
export interface WorkQuery extends PageRequest {
  readonly kinds: readonly ('time' | 'expense' | 'mileage' | 'term')[];
  readonly customerIds?: readonly string[] | undefined;
  readonly projectIds?: readonly string[] | undefined;
  /** First day, inclusive. */
  readonly from?: LocalDate | undefined;
  /** Last day, inclusive. */
  readonly to?: LocalDate | undefined;
  readonly statuses?: readonly EntryStatus[] | undefined;
}

/** A change of status of at most 100 items of one kind. */
export interface StatusChange {
  readonly items: readonly {
    readonly ref: ItemRef;
    /** The item is changed only while it has this status. */
    readonly expected: EntryStatus;
  }[];
  readonly to: EntryStatus;
  /** A line for the item's own history, where the source keeps one. */
  readonly message?: string | undefined;
  /**
   * The change must not start after this time (milliseconds since 1970): a worker that was frozen must not mark
   * what another has undone meanwhile. The one place where a source adapter looks at a clock.
   */
  readonly startBefore: number;
  readonly signal?: AbortSignal | undefined;
}

/** What became of one item. `changed`: it had another status and was left alone. `refused`: the source said no, with why. */
export interface StatusResult {
  readonly ref: ItemRef;
  readonly outcome: 'set' | 'changed' | 'missing' | 'refused';
  readonly status?: EntryStatus | undefined;
  readonly message?: string | undefined;
}

/** What a store of work can promise. Declared by the store, read by the connector and by the conformance kit. */
export interface WorkAbilities {
  /** Whether instalments and periods of fixed prices and subscriptions can be read as items of kind `term`. */
  readonly terms: boolean;
  /** Whether "only while it has the expected status" is decided atomically by the store. Otherwise it is read just before. */
  readonly atomicStatus: boolean;
}

/**
 * Hours, expenses, trips, projects and people of an account. Items of another account behave as unknown.
 *
 * Errors: a method may throw anything. Where the error has a property `delivery`, it is believed: `not-sent` and
 * `answered` mean that nothing was changed; anything else, or no such property, means that it is not known.
 */
export interface WorkStore {
  readonly abilities: WorkAbilities;
  /** Items by kind and id, ascending. */
  page(accountId: string, query: WorkQuery): Promise<Page<WorkItem>>;
  /** These items as they are now, in any order; missing ones are absent. At most 1000 at once. */
  read(accountId: string, refs: readonly ItemRef[], signal?: AbortSignal): Promise<readonly WorkItem[]>;
  /**
   * Changes the status of at most 100 items of one kind and answers per item, in order. Where the store changes a whole
   * batch or nothing, it throws with `delivery: 'answered'`, and the caller splits the batch. Setting the same status
   * again is harmless. An answer that was lost may have changed all, some or none: the caller reads back.
   */
  setStatus(accountId: string, change: StatusChange): Promise<readonly StatusResult[]>;
  /** Projects by id, ascending. */
  projects(accountId: string, page: PageRequest): Promise<Page<Project>>;
  /** People who write hours, with their rates, by id, ascending. */
  users(accountId: string, page: PageRequest): Promise<Page<User>>;
}
