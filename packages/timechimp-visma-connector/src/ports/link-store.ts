import type { Page, PageRequest } from './page.ts';
import type { ExportScope } from './scope.ts';
import type { ItemRef } from './item-ref.ts';

/** Says that a customer of the time-tracking side is that customer in Visma. */
export interface CustomerLink {
  readonly sourceCustomerId: string;
  readonly vismaCustomerId: string;
}

/**
 * A note of ours on a source item that its own store cannot hold. `billed`: a term that was billed (by us or before us).
 * `ignored`: never to be exported, until the note is taken away.
 */
export interface ItemMark {
  readonly ref: ItemRef;
  readonly kind: 'billed' | 'ignored';
  readonly note: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Restricts `listMarks`. */
export interface MarkQuery extends PageRequest {
  readonly kind?: ItemMark['kind'] | undefined;
  /** Only marks of these items; unknown items are simply absent from the answer. */
  readonly refs?: readonly ItemRef[] | undefined;
}

/**
 * What we know about items and customers beyond what either side stores. Everything belongs to a scope; the same ids in
 * another scope are other things. Every method is atomic per element of its batch, and answers in the order of the batch.
 */
export interface LinkStore {
  /** Links of the given customers, or all of the scope; order unspecified; customers without a link are absent. */
  customerLinks(scope: ExportScope, sourceCustomerIds?: readonly string[]): Promise<readonly CustomerLink[]>;
  /**
   * Links each pair. `linked` when neither side had a link, or when exactly this link existed; `taken` when either side
   * is linked to something else, which then stays. Each side has at most one link, under any number of racing callers.
   */
  linkCustomers(scope: ExportScope, links: readonly CustomerLink[]): Promise<readonly ('linked' | 'taken')[]>;
  /** Takes the link of a customer away, if there is one. */
  unlinkCustomer(scope: ExportScope, sourceCustomerId: string): Promise<void>;
  /**
   * Reserves a customer number. Answers the number reserved for this customer: the earlier one when there is one, else
   * `number`; null when `number` is reserved for another customer. A number is never reserved for two.
   */
  reserveNumber(scope: ExportScope, sourceCustomerId: string, number: string): Promise<string | null>;
  /** Sets marks. `set` when the item had none or had this kind (the first note stays); `other` when it has the other kind. */
  mark(scope: ExportScope, marks: readonly ItemMark[]): Promise<readonly ('set' | 'other')[]>;
  /** Takes marks of that kind away; items without one are passed over. */
  unmark(scope: ExportScope, refs: readonly ItemRef[], kind: ItemMark['kind']): Promise<void>;
  /** Marks by item key (`kind:id`), ascending. */
  listMarks(scope: ExportScope, query: MarkQuery): Promise<Page<ItemMark>>;
}
