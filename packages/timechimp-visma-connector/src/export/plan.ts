import type { ExportKind } from '../ports/export-record.ts';
import type { JsonValue } from '../ports/json.ts';
import type { ItemRef } from '../ports/item-ref.ts';

/** An item that a plan uses, as it was when the plan was made. */
export interface PlannedSource {
  readonly ref: ItemRef;
  /** Its status then, in the source's own word. */
  readonly status: string;
  /** Where the source approves on two tracks: the status on the other one, which is read and never set. */
  readonly otherStatus?: string | undefined;
  /** Hash of its content then, made by the same function as `ExportSource.read` uses. */
  readonly hash: string;
}

/** One document that is to be written, complete: pure data, made before anything is claimed. */
export interface ExportPlan {
  /** Stable: from customer, split and source ids, never from prices, the mapping version or the connection. */
  readonly key: string;
  readonly kind: ExportKind;
  /** `draft` stops at a draft in Visma; `final` converts it (invoices) or is the only way (sales entries, customers). */
  readonly finish: 'draft' | 'final';
  readonly sources: readonly PlannedSource[];
  /** What the driver needs to write and to compare. JSON, kept in the ledger. */
  readonly payload: JsonValue;
  /** Hash of the payload and the mapping version. */
  readonly payloadHash: string;
}
