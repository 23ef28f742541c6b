import type { ConnectorSource } from '../ports/connector-source.ts';
import { memoryActivityStore } from './activity-store.ts';
import { memoryAttachments } from './attachment-source.ts';
import { memoryCustomerStore } from './customer-store.ts';
import { memoryInvoiceStore } from './invoice-store.ts';
import { accountTables, type AccountTables, type MemoryAccount } from './source-tables.ts';
import { memoryWorkStore } from './work-store.ts';

/** The time-tracking side in memory, with a direct way to its tables: what a person does there. */
export interface MemorySource extends ConnectorSource {
  /** The tables of an account, not copied; an unknown account is an empty one. */
  account(accountId: string): AccountTables;
}

/** Settings of `createMemorySource`. */
export interface MemorySourceOptions {
  /** Now, for `startBefore`; default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Creates the time-tracking side from data by account id. The data is copied. */
export function createMemorySource(
  data: Readonly<Record<string, MemoryAccount>>,
  options: MemorySourceOptions = {},
): MemorySource {
  const accounts = new Map(Object.entries(data).map(([id, account]) => [id, accountTables(account)]));
  const account = (accountId: string): AccountTables => {
    const known = accounts.get(accountId) ?? accountTables({});
    accounts.set(accountId, known);
    return known;
  };
  return {
    account,
    customers: memoryCustomerStore(account),
    activities: memoryActivityStore(account),
    work: memoryWorkStore(account, options.now ?? (() => Date.now())),
    invoices: memoryInvoiceStore(account),
    attachments: memoryAttachments(account),
  };
}
