import type { Rate, SourceVatRate } from '@x/billing-core';
import type { Page, PageRequest } from './page.ts';

/** A postal address as people typed it. */
export interface SourceAddress {
  readonly street?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly city?: string | undefined;
  /** Free text: a name or a code. */
  readonly country?: string | undefined;
}

/** What may be written of a customer of the time-tracking side. */
export interface SourceCustomerFields {
  readonly name: string;
  /** The customer number (TimeChimp's `relationId`): free text, not necessarily unique. */
  readonly number?: string | undefined;
  readonly active: boolean;
  readonly address?: SourceAddress | undefined;
  readonly invoiceAddress?: SourceAddress | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly website?: string | undefined;
  readonly vatNumber?: string | undefined;
  /** Chamber of commerce number. */
  readonly registrationNumber?: string | undefined;
  readonly iban?: string | undefined;
  /** Days until payment. */
  readonly paymentDays?: number | undefined;
}

/** A customer of the time-tracking side. Rates and tags are never overwritten by an import. */
export interface SourceCustomer extends SourceCustomerFields {
  readonly id: string;
  /** Price of an hour, without VAT. */
  readonly hourlyRate?: Rate | undefined;
  /** Price of a kilometre, without VAT. */
  readonly mileageRate?: Rate | undefined;
  readonly vatRate?: SourceVatRate | undefined;
  /** The own organisation: nothing of it is invoiced. */
  readonly internal?: boolean | undefined;
  /** A placeholder record: nothing of it is invoiced. */
  readonly unspecified?: boolean | undefined;
  readonly contacts?: readonly { readonly name: string; readonly email?: string | undefined; readonly forInvoices: boolean }[] | undefined;
}

/** One customer to write: without `id` it is created. Fields that are absent stay as they are. */
export interface CustomerUpsert {
  readonly id?: string | undefined;
  readonly fields: Partial<SourceCustomerFields> & Pick<SourceCustomerFields, 'name'>;
}

/** What became of one customer. `conflict`: its number is carried by another customer; nothing was written. */
export interface UpsertResult {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'conflict' | 'missing' | 'refused';
  readonly id?: string | undefined;
  readonly message?: string | undefined;
}

/** Customers of an account. Ids of another account behave as unknown. */
export interface CustomerStore {
  /**
   * `false` where racers in several processes may create the same customer: then one import per account runs at a time.
   * @defaultValue true
   */
  readonly atomicCreate?: boolean | undefined;
  /** Customers by id, ascending. */
  page(accountId: string, page: PageRequest): Promise<Page<SourceCustomer>>;
  /** These customers, in any order; missing ones are absent. At most 1000 at once. */
  get(accountId: string, ids: readonly string[], signal?: AbortSignal): Promise<readonly SourceCustomer[]>;
  /** All customers that carry this number, trimmed and otherwise to the letter. Several is a fact of life. */
  findByNumber(accountId: string, number: string, signal?: AbortSignal): Promise<readonly SourceCustomer[]>;
  /**
   * Writes up to 1000 customers, each atomic by itself, and answers in order. Creating with a number that is carried
   * already is a `conflict`, also within one batch and among racers: repeating an import never makes a second customer. Where `atomicCreate` is false, only among those of one process.
   */
  upsert(accountId: string, customers: readonly CustomerUpsert[], signal?: AbortSignal): Promise<readonly UpsertResult[]>;
  /** Sets the number when it is still `expected` (null: none). `changed` when it is another by now. */
  setNumber(
    accountId: string,
    id: string,
    number: string,
    expected: string | null,
  ): Promise<'set' | 'changed' | 'missing'>;
}
