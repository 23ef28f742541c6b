import type { CustomerInvoice, CustomerInvoiceDraft } from '@x/visma-eaccounting';
import type { DocumentRequest, LookUpPurpose } from '../export/driver.ts';
import type { ConnectorClient } from './client.ts';
import { markPrefix } from './mark-in-document.ts';
import { collect, searchFilter, type FilterMemory } from './search.ts';

/** Up to so many marks are searched by name; more are searched by what they all begin with. */
const fewMarks = 10;

/** All invoice drafts of the company: there are few at any time, so they are listed once and matched in memory. */
export async function allDrafts(client: ConnectorClient, signal: AbortSignal | undefined): Promise<CustomerInvoiceDraft[]> {
  return collect(client.customerInvoiceDrafts.list({ pageSize: 1000 }, { signal }));
}

/**
 * Invoices that may belong to the requests. By mark in one search; where Visma cannot filter on the text of rows, or
 * where a document without any mark would count, all invoices of the customers concerned.
 */
export async function candidateInvoices(
  client: ConnectorClient,
  requests: readonly DocumentRequest[],
  customerIds: readonly string[],
  purpose: LookUpPurpose,
  memory: FilterMemory,
  signal: AbortSignal | undefined,
): Promise<CustomerInvoice[]> {
  const list = (filter?: string) =>
    collect(client.customerInvoices.list({ pageSize: 1000, ...(filter === undefined ? {} : { filter }) }, { signal }));
  const ofCustomers = () =>
    searchFilter(memory, 'customerInvoices.CustomerId', orOf(customerIds.map((id) => `CustomerId eq ${id}`)), list, () => list());
  if (purpose === 'draft-missing') {
    return ofCustomers();
  }
  const marks = requests.map((request) => request.baseMark);
  const text =
    marks.length <= fewMarks
      ? orOf(marks.map((mark) => `contains(c/Text,'${mark}')`))
      : `contains(c/Text,'${markPrefix}')`;
  return searchFilter(memory, 'customerInvoices.Rows.Text', `Rows/any(c: ${text})`, list, ofCustomers);
}

function orOf(terms: readonly string[]): string {
  return [...new Set(terms)].join(' or ');
}
