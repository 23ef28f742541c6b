import type { CustomerInvoice, CustomerInvoiceDraft } from '@x/visma-eaccounting';
import type { LookUpPurpose } from '../export/driver.ts';
import type { ConnectorClient } from './client.ts';
import { chunks } from '../use-cases/chunks.ts';
import { searchFilter, valuesPerSearch, type FilterMemory } from './search.ts';
import { collect } from './whole-list.ts';
import { readCredits } from './taken-back.ts';

/** So many marks go into one search: each takes more nodes of the filter, and of the URL, than a plain value does. */
const marksPerSearch = 10;

/** All invoice drafts of the company: there are few at any time, so they are listed once and matched in memory. */
export async function allDrafts(client: ConnectorClient, signal: AbortSignal | undefined): Promise<CustomerInvoiceDraft[]> {
  return collect(() => client.customerInvoiceDrafts.list({ pageSize: 1000 }, { signal }));
}

/** What is searched for: the marks, where they stand, and whose documents they are. */
export interface InvoiceSearch {
  readonly marks: readonly string[];
  readonly place: 'textRow' | 'ourReference';
  readonly customerIds: readonly string[];
  readonly purpose: LookUpPurpose;
}

/**
 * Invoices that may be the ones, and the credit invoices that they name. By mark; where Visma cannot filter there, or where
 * a document without any mark would count, all invoices of the customers concerned. The calls grow with the batch and not
 * with the company's history: marks are searched by name, so many at a time, never by what they all begin with.
 */
export async function candidateInvoices(
  client: ConnectorClient,
  search: InvoiceSearch,
  memory: FilterMemory,
  signal: AbortSignal | undefined,
): Promise<CustomerInvoice[]> {
  const list: List = (filter) =>
    collect(() => client.customerInvoices.list({ pageSize: 1000, ...(filter === undefined ? {} : { filter }) }, { signal }));
  const ofCustomers = (): Promise<CustomerInvoice[]> =>
    inParts(search.customerIds.map((id) => `CustomerId eq ${id}`), valuesPerSearch, { memory, property: 'customerInvoices.CustomerId', list, otherwise: () => list() });
  // Each term is of the form that Visma documents; `or` stands between terms, never inside the lambda.
  const byMark = (property: string, term: (mark: string) => string): Promise<CustomerInvoice[]> =>
    inParts(search.marks.map(term), marksPerSearch, { memory, property, list, otherwise: ofCustomers });
  const found =
    search.purpose === 'draft-missing'
      ? await ofCustomers()
      : search.place === 'textRow'
        ? await byMark('customerInvoices.Rows.Text', (mark) => `Rows/any(c: contains(c/Text,'${mark}'))`)
        : await byMark('customerInvoices.OurReference', (mark) => `contains(OurReference,'${mark}')`);
  return [...found, ...(await readCredits(client, found, signal))];
}

type List = (filter?: string) => Promise<CustomerInvoice[]>;

/** Searches for any of the terms, some at a time; a refused filter is answered by `otherwise` once, for all of them. */
async function inParts(
  terms: readonly string[],
  size: number,
  { memory, property, list, otherwise }: { readonly memory: FilterMemory; readonly property: string; readonly list: List; readonly otherwise: List },
): Promise<CustomerInvoice[]> {
  const found = new Map<string, CustomerInvoice>();
  const scan: { all?: CustomerInvoice[] } = {};
  for (const some of chunks([...new Set(terms)], size)) {
    const part = await searchFilter(memory, property, some.join(' or '), list, async () => {
      scan.all = await otherwise();
      return scan.all;
    });
    if (scan.all) {
      return scan.all;
    }
    part.forEach((invoice) => found.set(invoice.Id, invoice));
  }
  return [...found.values()];
}
