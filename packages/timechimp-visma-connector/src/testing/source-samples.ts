import type { BillableItem, EntryStatus, Invoice, TimeEntry } from '@x/billing-core';
import type { SourceCustomer } from '../ports/customer-store.ts';
import type { SourceSeed } from './source-fixture.ts';

/** A seed with nothing in it but what is given. */
export function seedOf(content: Partial<SourceSeed>): SourceSeed {
  return { customers: [], activities: [], items: [], invoices: [], ...content };
}

/** An hour of customer 1. */
export function hour(id: string, change: Partial<TimeEntry> = {}): TimeEntry {
  return { kind: 'time', id, customerId: '1', projectId: '1', date: '2026-03-02', minutes: 60, status: 'Approved', ...change };
}

/** So many approved hours: 1001, 1002, ... */
export function hours(count: number, status: EntryStatus = 'Approved'): TimeEntry[] {
  return Array.from({ length: count }, (_, index) => hour(String(1_001 + index), { status }));
}

/** One item of each kind that every source has, all approved, all with the same id. */
export function oneOfEach(id: string): BillableItem[] {
  const entry = { id, customerId: '1', projectId: '1', date: '2026-03-03', status: 'Approved' } as const;
  return [
    hour(id),
    { ...entry, kind: 'expense', quantity: '1', rate: '12.50' },
    { ...entry, kind: 'mileage', distance: '31', type: 'Business' },
  ];
}

/** A customer. */
export function customer(id: string, change: Partial<SourceCustomer> = {}): SourceCustomer {
  return { id, name: `Klant ${id}`, active: true, ...change };
}

/** An invoice of the time-tracking side. */
export function invoice(id: string, change: Partial<Invoice> = {}): Invoice {
  return {
    id,
    companyInvoiceId: 20_260_000 + Number(id),
    customerId: '1',
    status: 'Open',
    date: '2026-03-15',
    dueDate: '2026-04-14',
    currencyCode: 'EUR',
    credit: false,
    total: '121',
    totalExTax: '100',
    rows: [{ description: 'Werk', quantity: '1', price: '100', taxPercent: '21' }],
    ...change,
  };
}
