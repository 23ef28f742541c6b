import type { CustomerInvoice, CustomerInvoiceDraft } from '@x/visma-eaccounting';
import type { LookUpPurpose } from '../export/driver.ts';
import type { ConnectorClient } from './client.ts';
import { markPrefix } from './mark-in-document.ts';
import { collect, searchFilter, type FilterMemory } from './search.ts';

/** Up to so many marks are searched by name; more are searched by what they all begin with. */
const fewMarks = 10;

/** All invoice drafts of the company: there are few at any time, so they are listed once and matched in memory. */
export async function allDrafts(client: ConnectorClient, signal: AbortSignal | undefined): Promise<CustomerInvoiceDraft[]> {
  return collect(client.customerInvoiceDrafts.list({ pageSize: 1000 }, { signal }));
}

/** What is searched for: the marks, where they stand, and whose documents they are. */
export interface InvoiceSearch {
  readonly marks: readonly string[];
  readonly place: 'textRow' | 'ourReference';
  readonly customerIds: readonly string[];
  readonly purpose: LookUpPurpose;
}

/**
 * Invoices that may be the ones. By mark in one search; where Visma cannot filter there, or where a document without any
 * mark would count, all invoices of the customers concerned.
 */
export async function candidateInvoices(
  client: ConnectorClient,
  search: InvoiceSearch,
  memory: FilterMemory,
  signal: AbortSignal | undefined,
): Promise<CustomerInvoice[]> {
  const list = (filter?: string): Promise<CustomerInvoice[]> =>
    collect(client.customerInvoices.list({ pageSize: 1000, ...(filter === undefined ? {} : { filter }) }, { signal }));
  const ofCustomers = (): Promise<CustomerInvoice[]> =>
    searchFilter(memory, 'customerInvoices.CustomerId', orOf(search.customerIds.map((id) => `CustomerId eq ${id}`)), list, () => list());
  if (search.purpose === 'draft-missing') {
    return ofCustomers();
  }
  const texts = search.marks.length <= fewMarks ? search.marks : [markPrefix];
  // Each term is of the form that Visma documents; `or` stands between terms, never inside the lambda.
  return search.place === 'textRow'
    ? searchFilter(memory, 'customerInvoices.Rows.Text', orOf(texts.map((text) => `Rows/any(c: contains(c/Text,'${text}'))`)), list, ofCustomers)
    : searchFilter(memory, 'customerInvoices.OurReference', orOf(texts.map((text) => `contains(OurReference,'${text}')`)), list, ofCustomers);
}

function orOf(terms: readonly string[]): string {
  return [...new Set(terms)].join(' or ');
}
