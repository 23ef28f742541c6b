import type { BillableItem, EntryStatus, Invoice } from '@x/billing-core';
import type { SourceActivity } from '../ports/activity-store.ts';
import type { ConnectorSource } from '../ports/connector-source.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import type { Closable } from './law.ts';

/** What the laws put into an account before they begin. */
export interface SourceSeed {
  readonly customers: readonly SourceCustomer[];
  readonly activities: readonly SourceActivity[];
  readonly items: readonly BillableItem[];
  readonly invoices: readonly Invoice[];
}

/** A time-tracking side for one case. */
export interface SourceFixture extends Closable {
  readonly source: ConnectorSource;
  /** The clock that the source looks at, in milliseconds since 1970: laws give deadlines before and after it. */
  now(): number;
  /** Makes a new account with this content and answers its id. Ids of its items are those of the seed. */
  seed(content: SourceSeed): Promise<string> | string;
  /** The status of an hour, read past the source: straight from the table or from the fake server behind it. */
  statusOf(accountId: string, hourId: string): Promise<EntryStatus | undefined> | EntryStatus | undefined;
}
