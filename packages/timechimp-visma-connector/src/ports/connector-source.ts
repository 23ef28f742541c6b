import type { ActivityStore } from './activity-store.ts';
import type { CustomerStore } from './customer-store.ts';
import type { AttachmentSource, InvoiceStore } from './invoice-store.ts';
import type { WorkStore } from './work-store.ts';

/** All that the connector reads and marks on the time-tracking side. */
export interface ConnectorSource {
  readonly customers: CustomerStore;
  readonly activities: ActivityStore;
  readonly work: WorkStore;
  readonly invoices: InvoiceStore;
  readonly attachments?: AttachmentSource | undefined;
}
