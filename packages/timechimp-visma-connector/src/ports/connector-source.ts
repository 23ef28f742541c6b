import type { ActivityStore } from './activity-store.ts';
import type { AttachmentSource } from './attachment-source.ts';
import type { CustomerStore } from './customer-store.ts';
import type { InvoiceStore } from './invoice-store.ts';
import type { WorkStore } from './work-store.ts';

/** Something in the data of the time-tracking side that its adapter could not pass on as it is. */
export interface SourceProblem {
  /** Stable, in the adapter's own words: `hours-rounded`, `unreadable`, ... */
  readonly code: string;
  /** The record, as `kind:id`: `time:12`, `project:7`. */
  readonly record: string;
  /** English, complete in itself; also what became of the record. */
  readonly message: string;
}

/** All that the connector reads and marks on the time-tracking side. */
export interface ConnectorSource {
  readonly customers: CustomerStore;
  readonly activities: ActivityStore;
  readonly work: WorkStore;
  readonly invoices: InvoiceStore;
  readonly attachments?: AttachmentSource | undefined;
  /**
   * Begins to watch what the adapter cannot pass on; the function that it answers tells what was noticed since then, each
   * thing once. Absent where nothing can go wrong between the records and this interface. Reads nothing, never throws.
   */
  readonly watchProblems?: ((accountId: string) => () => readonly SourceProblem[]) | undefined;
}
