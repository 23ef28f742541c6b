/**
 * What TimeChimp holds in this example: a small Dutch agency in October 2026. All names are invented.
 *
 * The figures are chosen to be awkward: 0:20 and 8:05 do not divide into hundredths of an hour, 43.5 km at 0.23 ends
 * on half a cent, one expense is entered with VAT, and the rates are 21 %, 9 %, 0 % and reverse charge.
 */
import type { BillableItem, Invoice, Project } from '@x/billing-core';
import type { SourceActivity, SourceCustomer } from '@x/timechimp-visma-connector';
import type { MemoryAccount } from '@x/timechimp-visma-connector/memory';

/** The TimeChimp account. Together with Visma's company it identifies every export. */
export const accountId = 'timechimp-4711';


const activities: readonly SourceActivity[] = [
  activity('11', 'Ontwikkeling'),
  activity('12', 'Overleg'),
];

const projects: readonly Project[] = [
  {
    id: '101',
    customerId: '501',
    name: 'Webwinkel',
    code: 'WEB',
    invoicing: { method: 'CustomerHourlyRate', reference: 'INK-2026-118' },
    tasks: [
      { id: '1011', activityId: '11' },
      { id: '1012', activityId: '12' },
    ],
  },
  {
    id: '102',
    customerId: '502',
    name: 'Huisstijl',
    code: 'HST',
    invoicing: { method: 'TaskHourlyRate' },
    tasks: [
      { id: '1021', activityId: '11', hourlyRate: '85.00' },
      { id: '1022', activityId: '12', hourlyRate: '85.00' },
    ],
  },
  {
    id: '103',
    customerId: '503',
    name: 'Nieuwe website',
    code: 'SITE',
    invoicing: { method: 'ProjectRate', fixedRate: '2500.00', date: '2026-10-15' },
  },
  {
    id: '104',
    customerId: '504',
    name: 'Onderhoud en hosting',
    code: 'OND',
    invoicing: {
      method: 'Subscription',
      subscription: {
        frequency: 'Month',
        startDate: '2026-10-01',
        price: '149.00',
        description: 'Onderhoud en hosting',
      },
    },
  },
];

const items: readonly BillableItem[] = [
  // Webwinkel: 20 + 465 minutes is 8.0833 hours, printed as 8.08.
  time('1', '2026-10-05', 20, { activityId: '11', notes: 'Betaalmodule: melding van de bank uitgezocht' }),
  time('2', '2026-10-06', 465, { activityId: '11', notes: 'Betaalmodule' }),
  time('3', '2026-10-07', 50, { activityId: '12', notes: 'Voortgang' }),
  { ...time('4', '2026-10-08', 60, { activityId: '11', notes: 'Nog niet goedgekeurd' }), status: 'Open' },
  // Two licences entered with 21 % VAT: 48.40 is 40.00 without.
  {
    ...entry('1', '2026-10-09'),
    kind: 'expense',
    quantity: '2',
    rate: '48.40',
    rateIncludesVat: true,
    vatRate: { id: 'hoog', percentage: '21' },
    productId: '31',
    productName: 'Licenties',
  },
  // A book at the low rate.
  {
    ...entry('2', '2026-10-12'),
    kind: 'expense',
    quantity: '1',
    rate: '24.95',
    vatRate: { id: 'laag', percentage: '9' },
    productId: '32',
    productName: 'Vakliteratuur',
  },
  // Postage at 0 %, not approved yet: it stays out.
  {
    ...entry('3', '2026-10-12'),
    kind: 'expense',
    status: 'PendingApproval',
    quantity: '1',
    rate: '4.40',
    vatRate: { id: 'nul', percentage: '0' },
    productId: '33',
    productName: 'Porto',
  },
  trip('1', '2026-10-05', '86', 'Utrecht', 'Zwolle'),
  trip('2', '2026-10-07', '43.5', 'Utrecht', 'Amersfoort'),

  // Huisstijl: three times 0:20 is exactly an hour; 1:40 is not.
  time('5', '2026-10-13', 20, { customerId: '502', projectId: '102', activityId: '11' }),
  time('6', '2026-10-14', 20, { customerId: '502', projectId: '102', activityId: '11' }),
  time('7', '2026-10-15', 20, { customerId: '502', projectId: '102', activityId: '11' }),
  time('8', '2026-10-16', 100, { customerId: '502', projectId: '102', activityId: '12' }),
  { ...trip('3', '2026-10-16', '124', 'Utrecht', 'Den Helder'), customerId: '502', projectId: '102' },

  // Hours under the fixed price: covered by it, never charged at a rate.
  time('9', '2026-10-20', 240, { customerId: '503', projectId: '103', activityId: '11' }),
];

/** Invoices that TimeChimp made itself: their document stays there, Visma gets the booking. */
const invoices: readonly Invoice[] = [
  {
    id: '9017',
    companyInvoicePrefix: '2026-',
    companyInvoiceId: 17,
    customerId: '501',
    status: 'Open',
    date: '2026-10-20',
    dueDate: '2026-11-03',
    currencyCode: 'EUR',
    credit: false,
    totalExTax: '1024.85',
    total: '1231.09',
    rows: [
      { description: 'Training', quantity: '10', price: '95.00', taxPercent: '21', vatRateId: 'hoog', code: 'UREN-H' },
      { description: 'Cursusboeken', quantity: '3', price: '24.95', taxPercent: '9', vatRateId: 'laag', code: 'KOSTEN-L' },
    ],
  },
  {
    id: '9018',
    companyInvoicePrefix: '2026-',
    companyInvoiceId: 18,
    customerId: '503',
    status: 'Concept',
    date: '2026-10-21',
    dueDate: '2026-11-04',
    currencyCode: 'EUR',
    credit: false,
    totalExTax: '680.00',
    total: '680.00',
    rows: [
      {
        description: 'Onderaanneming, btw verlegd',
        quantity: '8',
        price: '85.00',
        taxPercent: '0',
        vatRateId: 'verlegd',
      },
    ],
  },
];

/** What the sent invoice books: see docs for the arithmetic. */
export const sentInvoiceId = '9017';
export const unsentInvoiceId = '9018';

/** Everything, for `createMemorySource`. Customers come from `customers.ts`, beside what Visma has. */
export function account(customers: readonly SourceCustomer[]): MemoryAccount {
  return { customers, activities, projects, items, invoices };
}

function activity(id: string, name: string): SourceActivity {
  return { id, name, active: true, article: null, content: { id, name } };
}

function entry(id: string, date: string) {
  return { id, date, customerId: '501', projectId: '101', status: 'Approved', userId: '71' } as const;
}

function time(id: string, date: string, minutes: number, more: Partial<BillableItem & { kind: 'time' }>): BillableItem & { kind: 'time' } {
  return { ...entry(id, date), kind: 'time', minutes, ...more };
}

function trip(id: string, date: string, distance: string, fromAddress: string, toAddress: string): BillableItem & { kind: 'mileage' } {
  return { ...entry(id, date), kind: 'mileage', distance, type: 'Business', fromAddress, toAddress };
}
