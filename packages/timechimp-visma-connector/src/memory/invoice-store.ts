import type { InvoiceStore } from '../ports/invoice-store.ts';
import { atomically } from './atomically.ts';
import { byKey, pageOf } from './paging.ts';
import type { AccountTables } from './source-tables.ts';

/** Invoices of the time-tracking side in memory. */
export function memoryInvoiceStore(account: (accountId: string) => AccountTables): InvoiceStore {
  return {
    page: (accountId, query) =>
      atomically(() => {
        const { from, to, statuses } = query;
        const entries = [...account(accountId).invoices].filter(
          ([, invoice]) =>
            (from === undefined || invoice.date >= from) &&
            (to === undefined || invoice.date <= to) &&
            (statuses?.includes(invoice.status) ?? true),
        );
        return pageOf(entries.sort(byKey), query);
      }),
    get: (accountId, ids) =>
      atomically(() => {
        const { invoices } = account(accountId);
        return ids.flatMap((id) => invoices.get(id) ?? []);
      }),
  };
}
