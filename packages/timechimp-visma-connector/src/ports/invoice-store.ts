import type { Invoice, LocalDate } from '@x/billing-core';
import type { Page, PageRequest } from './page.ts';

/** A sales invoice that was made on the time-tracking side, and whether it went out. */
export interface SourceInvoice {
  readonly id: string;
  /** `concept` has not been sent and is never booked. */
  readonly status: 'concept' | 'sent' | 'paid';
  readonly content: Invoice;
}

/** Restricts a page of invoices. Conditions are combined with "and". */
export interface InvoiceQuery extends PageRequest {
  /** First invoice date, inclusive. */
  readonly from?: LocalDate | undefined;
  /** Last invoice date, inclusive. */
  readonly to?: LocalDate | undefined;
  readonly statuses?: readonly SourceInvoice['status'][] | undefined;
}

/** Invoices of an account, read only. Ids of another account behave as unknown. */
export interface InvoiceStore {
  /** Invoices by id, ascending. */
  page(accountId: string, query: InvoiceQuery): Promise<Page<SourceInvoice>>;
  /** These invoices as they are now, in any order; missing ones are absent. At most 1000 at once. */
  get(accountId: string, ids: readonly string[], signal?: AbortSignal): Promise<readonly SourceInvoice[]>;
}

/** Optional: documents of the time-tracking side that can be attached in Visma. */
export interface AttachmentSource {
  /** The PDF of an invoice, or null when there is none. */
  invoicePdf(accountId: string, invoiceId: string, signal?: AbortSignal): Promise<Uint8Array | null>;
}
