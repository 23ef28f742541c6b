import type { EntryStatus } from '@x/billing-core';

/** A postal address as API v2 nests it. */
export interface FakeAddress {
  readonly address?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  readonly country?: string | null;
}

/** A customer. Fields that are absent are null on the wire. */
export interface FakeCustomer {
  readonly id: number;
  readonly name: string;
  readonly active?: boolean;
  readonly intern?: boolean;
  readonly unspecified?: boolean;
  readonly prospect?: boolean;
  readonly relationId?: string | null;
  readonly address?: FakeAddress | null;
  readonly invoiceAddress?: FakeAddress | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly website?: string | null;
  readonly paymentPeriod?: number | null;
  readonly hourlyRate?: number | null;
  readonly mileageRate?: number | null;
  readonly iban?: string | null;
  readonly bic?: string | null;
  readonly vatNumber?: string | null;
  readonly kvkNumber?: string | null;
  readonly notes?: string | null;
  readonly vatRate?: { readonly id: number } | null;
  readonly contacts?: readonly { readonly id: number }[];
  readonly tags?: readonly { readonly id: number }[];
}

/** A contact person. */
export interface FakeContact {
  readonly id: number;
  readonly name: string;
  readonly email?: string | null;
  readonly useForInvoicing?: boolean;
}

/** A VAT rate; 21 means 21 %. */
export interface FakeVatRate {
  readonly id: number;
  readonly name: string;
  readonly percentage: number;
}

/** A task: an activity. */
export interface FakeTask {
  readonly id: number;
  readonly name: string;
  readonly code?: string | null;
  readonly active?: boolean;
  readonly hourlyRate?: number | null;
  readonly billable?: boolean;
}

/** A person, with a field that no log may ever show. */
export interface FakeUser {
  readonly id: number;
  readonly displayName: string;
  readonly userName?: string;
  readonly citizenServiceNumber?: string;
  readonly contracts?: readonly { readonly id: number; readonly startDate: string; readonly endDate?: string | null; readonly hourlyRate?: number | null }[];
}

/** A project. `subscription`, `installments` and `invoiceStatus` show in API v1 only. */
export interface FakeProject {
  readonly id: number;
  readonly name: string;
  readonly customerId: number | null;
  readonly code?: string | null;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
  readonly method: string;
  readonly hourlyRate?: number | null;
  readonly fixedRate?: number | null;
  readonly invoiceDate?: string | null;
  readonly reference?: string | null;
  readonly tasks?: readonly {
    readonly id: number;
    readonly taskId: number;
    readonly billable?: boolean;
    readonly hourlyRate?: number | null;
    readonly fixedRate?: number | null;
  }[];
  readonly users?: readonly { readonly id: number; readonly userId: number; readonly hourlyRate?: number | null }[];
  readonly installments?: boolean;
  readonly invoiceStatus?: number;
  readonly subscription?: {
    readonly frequency: number;
    readonly startDate: string;
    readonly endDate?: string | null;
    readonly description?: string;
    readonly amount?: number;
    readonly rate?: number;
  };
}

/** What hours, expenses and trips share. */
export interface FakeEntry {
  readonly id: number;
  readonly date: string;
  readonly customerId?: number | null;
  readonly projectId?: number | null;
  readonly userId?: number | null;
  readonly notes?: string | null;
  /** Default `Open`. */
  readonly status?: EntryStatus | (string & {});
  readonly clientStatus?: EntryStatus | (string & {});
}

/** Hours. The start is in UTC and may lie on another day than the date. */
export interface FakeTime extends FakeEntry {
  readonly hours: number;
  readonly taskId?: number | null;
  readonly start?: string | null;
  readonly end?: string | null;
}

/** An expense. */
export interface FakeExpense extends FakeEntry {
  readonly rate: number;
  readonly quantity?: number;
  readonly billable?: boolean;
  readonly product?: { readonly id: number; readonly name: string } | null;
  readonly vatRate?: { readonly id: number } | null;
}

/** A trip. */
export interface FakeMileage extends FakeEntry {
  readonly distance: number;
  readonly type?: string;
  readonly billable?: boolean;
  readonly fromAddress?: string;
  readonly toAddress?: string;
}

/** An invoice as API v1 shows it, status by number: 1 Concept, 2 Open, 3 Paid. */
export interface FakeInvoice {
  readonly id: number;
  readonly companyInvoicePrefix?: string;
  readonly companyInvoiceId: number;
  readonly customerId: number;
  readonly customerName?: string;
  readonly status: 1 | 2 | 3;
  readonly date: string;
  readonly dueDate: string;
  readonly currency?: string;
  readonly exchangeRate?: number;
  readonly credit?: boolean;
  readonly total: number;
  readonly totalExTax: number;
  readonly totalWithoutExchangeRate?: number;
  readonly totalExTaxWithoutExchangeRate?: number;
  readonly invoiceRows: readonly {
    readonly description?: string;
    readonly quantity: number;
    readonly price: number;
    readonly tax: number;
    readonly code?: string | null;
    readonly index?: number;
  }[];
}

/** What an account holds at the start. */
export interface FakeTimeChimpData {
  readonly customers?: readonly FakeCustomer[];
  readonly contacts?: readonly FakeContact[];
  readonly vatRates?: readonly FakeVatRate[];
  readonly tasks?: readonly FakeTask[];
  readonly users?: readonly FakeUser[];
  readonly projects?: readonly FakeProject[];
  readonly times?: readonly FakeTime[];
  readonly expenses?: readonly FakeExpense[];
  readonly mileages?: readonly FakeMileage[];
  readonly invoices?: readonly FakeInvoice[];
}
