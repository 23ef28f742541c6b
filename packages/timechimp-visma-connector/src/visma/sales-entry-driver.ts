import {
  NotFoundError,
  type CustomerInvoice,
  type CustomerLedgerItem,
} from '@x/visma-eaccounting';
import type { DocumentDriver, DocumentRequest, FoundDocument } from '../export/driver.ts';
import type { ConnectorClient } from './client.ts';
import type { Difference } from '../ports/export-record.ts';
import { decimalOf, sameAmount } from './amounts.ts';
import { compareVoucher } from './compare-voucher.ts';
import { openPayload, type SalesEntryPayload } from './payloads.ts';
import { searchFilter, valuesPerSearch, type FilterMemory } from './search.ts';
import { collect } from './whole-list.ts';

/**
 * Books sales entries: `customerLedgerItems` (GET, POST with voucher), `customerInvoices` and `vouchers` (GET).
 * Nothing that was booked can be changed or deleted, so it is looked for first, by number.
 */
export function createSalesEntryDriver(client: ConnectorClient, memory: FilterMemory): DocumentDriver {
  return {
    kind: 'sales-entry',
    lookAgainAfterWrite: true,
    async lookUp(requests, purpose, { signal }) {
      const bodies = new Map(requests.map((request) => [request.key, payloadOf(request).body]));
      const numbers = new Set([...bodies.values()].map((body) => body.InvoiceNumber));
      const items = await byNumber(numbers, memory, 'customerLedgerItems', (filter) =>
        collect(() => client.customerLedgerItems.list({ pageSize: 1000, ...filter }, { signal })),
      );
      // Once it is booked, only a second booking matters; a number that Visma gave out itself was found before.
      const isBooked = purpose === 'after-booking' || purpose === 'watch';
      const invoices = isBooked
        ? []
        : await byNumber(numbers, memory, 'customerInvoices', (filter) =>
            collect(() => client.customerInvoices.list({ pageSize: 1000, ...filter }, { signal })),
          );
      const found = new Map<string, FoundDocument[]>();
      for (const request of requests) {
        const body = bodies.get(request.key) ?? payloadOf(request).body;
        const hits = items.filter((item) => item.InvoiceNumber === body.InvoiceNumber).map((item) => ledgerDocument(body, item));
        const vouchers = new Set(hits.map((hit) => hit.documents.voucherId));
        const others = invoices
          .filter((invoice) => invoice.InvoiceNumber === body.InvoiceNumber && !vouchers.has(invoice.VoucherId))
          .map((invoice) => invoiceDocument(body, invoice));
        const documents = isBooked ? hits.filter(isOfCustomer) : conflictsLast([...hits, ...others]);
        if (documents.length > 0) {
          found.set(request.key, documents);
        }
      }
      return found;
    },
    async read(request, { signal }) {
      const { ledgerItemId } = request.documents;
      if (ledgerItemId === undefined) {
        return null;
      }
      const { body, flags, fiscalYearId } = payloadOf(request);
      try {
        const item = await client.customerLedgerItems.get(ledgerItemId, { signal });
        const document = ledgerDocument(body, item);
        // Adopted by number, customer and total: booked by hand, or by us before a store was lost, its rows are what they are.
        if (request.adopted === true) {
          return document;
        }
        const voucher = await client.vouchers.get(fiscalYearId, item.VoucherId, { signal });
        return {
          ...document,
          differences: [
            ...document.differences,
            ...compareVoucher(body.Voucher.Rows, voucher, flags.useAutomaticVatCalculation),
          ],
        };
      } catch (error) {
        if (error instanceof NotFoundError) {
          return null;
        }
        throw error;
      }
    },
    async write(request, { signal, startBefore }) {
      const { body, flags } = payloadOf(request);
      const item = await client.customerLedgerItems.createWithVoucher(body, { signal, startBefore, query: flags });
      return {
        stage: 'final',
        documents: { ledgerItemId: item.Id, voucherId: item.VoucherId },
        differences: compareItem(body, item),
      };
    },
  };
}

type Body = SalesEntryPayload['body'];

function payloadOf(request: DocumentRequest): SalesEntryPayload {
  return openPayload('sales-entry', request.payload);
}

async function byNumber<T>(
  numbers: ReadonlySet<number>,
  memory: FilterMemory,
  endpoint: string,
  list: (filter: { readonly filter?: string }) => Promise<T[]>,
): Promise<T[]> {
  const all: T[] = [];
  const wanted = [...numbers];
  for (let start = 0; start < wanted.length; start += valuesPerSearch) {
    const filter = wanted
      .slice(start, start + valuesPerSearch)
      .map((number) => `InvoiceNumber eq ${number}`)
      .join(' or ');
    const scan: { all?: T[] } = {};
    const found = await searchFilter(memory, `${endpoint}.InvoiceNumber`, filter, (text) => list({ filter: text }), async () => {
      scan.all = await list({});
      return scan.all;
    });
    if (scan.all) {
      return scan.all;
    }
    all.push(...found);
  }
  return all;
}

function ledgerDocument(body: Body, item: CustomerLedgerItem): FoundDocument {
  return {
    stage: 'final',
    documents: { ledgerItemId: item.Id, voucherId: item.VoucherId },
    mark: null,
    evidence: 'natural-key',
    differences: compareItem(body, item),
  };
}

function invoiceDocument(body: Body, invoice: CustomerInvoice): FoundDocument {
  return {
    stage: 'final',
    documents: { invoiceId: invoice.Id, voucherId: invoice.VoucherId },
    mark: null,
    evidence: 'natural-key',
    differences: compareItem(body, {
      CustomerId: invoice.CustomerId,
      InvoiceNumber: invoice.InvoiceNumber,
      TotalAmountInvoiceCurrency: invoice.TotalAmountInvoiceCurrency,
      IsCreditInvoice: invoice.IsCreditInvoice,
      ...(typeof invoice.InvoiceDate === 'string' ? { InvoiceDate: invoice.InvoiceDate } : {}),
    }),
  };
}

/**
 * Same number, same customer, same total, same day: ours. Same number otherwise, such as last year's where numbers start
 * again each year: a conflict, which the differences say.
 */
export function compareItem(
  body: Body,
  item: Partial<Pick<CustomerLedgerItem, 'CustomerId' | 'InvoiceNumber' | 'InvoiceDate' | 'TotalAmountInvoiceCurrency' | 'IsCreditInvoice'>>,
): Difference[] {
  const total = item.TotalAmountInvoiceCurrency;
  const day = item.InvoiceDate?.slice(0, 10);
  return [
    ...(item.CustomerId === body.CustomerId
      ? []
      : [{ field: 'CustomerId', expected: body.CustomerId, actual: item.CustomerId ?? '(none)' }]),
    ...(day === body.InvoiceDate.slice(0, 10)
      ? []
      : [{ field: 'InvoiceDate', expected: body.InvoiceDate.slice(0, 10), actual: day ?? '(none)' }]),
    ...(total !== undefined && sameAmount(total, body.TotalAmountInvoiceCurrency)
      ? []
      : [
          {
            field: 'TotalAmountInvoiceCurrency',
            expected: String(body.TotalAmountInvoiceCurrency),
            actual: total === undefined ? '(none)' : decimalOf(total),
          },
        ]),
    ...((item.IsCreditInvoice ?? false) === body.IsCreditInvoice
      ? []
      : [{ field: 'IsCreditInvoice', expected: String(body.IsCreditInvoice), actual: String(item.IsCreditInvoice ?? false) }]),
  ];
}

/** Another customer's document with the same number is no second copy of ours: it counts only where ours is absent. */
function conflictsLast(documents: readonly FoundDocument[]): FoundDocument[] {
  const ours = documents.filter(isOfCustomer);
  return ours.length > 0 ? ours : [...documents];
}

function isOfCustomer({ differences }: FoundDocument): boolean {
  return !differences.some(({ field }) => field === 'CustomerId');
}
