import type { Invoice, InvoiceStatus, LocalDate } from '@x/billing-core';
import type { Page, PageRequest } from './page.ts';

/** Restricts a page of invoices. Conditions are combined with "and". */
export interface InvoiceQuery extends PageRequest {
  /** First invoice date, inclusive. */
  readonly from?: LocalDate | undefined;
  /** Last invoice date, inclusive. */
  readonly to?: LocalDate | undefined;
  readonly statuses?: readonly InvoiceStatus[] | undefined;
}

/** Invoices that the time-tracking side made, read only. Ids of another account behave as unknown. */
export interface InvoiceStore {
  /** Invoices by id, ascending. */
  page(accountId: string, query: InvoiceQuery): Promise<Page<Invoice>>;
  /** These invoices as they are now, in any order; missing ones are absent. At most 1000 at once. */
  get(accountId: string, ids: readonly string[], signal?: AbortSignal): Promise<readonly Invoice[]>;
}
