import type { BillableItem, Invoice, Project } from '@x/billing-core';
import type { MemoryAccount } from '../../src/memory/source-tables.ts';
import type { SourceCustomer } from '../../src/ports/customer-store.ts';

/** A small Dutch agency in March 2026; all names are invented. 1001 and 1004 are known to Visma, 2001 is not. */
export const customers: readonly SourceCustomer[] = [
  {
    id: '501', number: '1001', name: 'Molenaar & Zn. Houtbewerking B.V.', active: true,
    address: { street: 'Zaagmolenpad 12', postalCode: '1506 AB', city: 'Zaandam', country: 'NL' },
    email: 'administratie01@klant.example', vatNumber: 'NL000001001B01', registrationNumber: '90000001',
    paymentDays: 30, hourlyRate: '95.00', mileageRate: '0.23',
  },
  {
    id: '502', number: '2001', name: 'Atelier Noordzij', active: true,
    address: { street: 'Havenkade 5', postalCode: '1781 AA', city: 'Den Helder', country: 'Nederland' },
    email: 'post@ateliernoordzij.example', paymentDays: 14, mileageRate: '0.23',
  },
  {
    id: '503', number: '1003', name: 'Stichting Leefbare Wijken', active: true,
    address: { street: 'Oudegracht 88', postalCode: '3511 AV', city: 'Utrecht', country: 'NL' },
    email: 'administratie03@klant.example', paymentDays: 30,
  },
  {
    id: '504', number: '1004', name: 'Van Rossum Logistiek B.V.', active: true,
    address: { street: 'Distripark 210', postalCode: '5928 LM', city: 'Venlo', country: 'NL' },
    email: 'administratie04@klant.example', vatNumber: 'NL000001004B01', registrationNumber: '90000004', paymentDays: 30,
  },
];

const projects: readonly Project[] = [
  { id: '101', customerId: '501', name: 'Webwinkel', invoicing: { method: 'CustomerHourlyRate', reference: 'INK-118' }, tasks: [{ id: '1011', activityId: '11' }, { id: '1012', activityId: '12' }] },
  { id: '102', customerId: '502', name: 'Huisstijl', invoicing: { method: 'TaskHourlyRate' }, tasks: [{ id: '1021', activityId: '11', hourlyRate: '85.00' }] },
  { id: '103', customerId: '503', name: 'Nieuwe website', invoicing: { method: 'ProjectRate', fixedRate: '2500.00', date: '2026-03-15' } },
  { id: '104', customerId: '504', name: 'Onderhoud', invoicing: { method: 'Subscription', subscription: { frequency: 'Month', startDate: '2026-03-01', price: '149.00', description: 'Onderhoud' } } },
];

const entry = { customerId: '501', projectId: '101', status: 'Approved', userId: '71' } as const;
const items: readonly BillableItem[] = [
  { ...entry, kind: 'time', id: '1', date: '2026-03-05', minutes: 20, activityId: '11' },
  { ...entry, kind: 'time', id: '2', date: '2026-03-06', minutes: 465, activityId: '11' },
  { ...entry, kind: 'time', id: '3', date: '2026-03-07', minutes: 50, activityId: '12' },
  { ...entry, kind: 'time', id: '4', date: '2026-03-08', minutes: 60, activityId: '11', status: 'Open' },
  { ...entry, kind: 'expense', id: '1', date: '2026-03-09', quantity: '2', rate: '48.40', rateIncludesVat: true, vatRate: { percentage: '21' } },
  { ...entry, kind: 'expense', id: '2', date: '2026-03-12', quantity: '1', rate: '24.95', vatRate: { percentage: '9' } },
  { ...entry, kind: 'mileage', id: '1', date: '2026-03-05', distance: '86', type: 'Business', fromAddress: 'Utrecht', toAddress: 'Zwolle' },
  { ...entry, kind: 'time', id: '5', date: '2026-03-13', minutes: 100, customerId: '502', projectId: '102', activityId: '11' },
  { ...entry, kind: 'mileage', id: '2', date: '2026-03-13', distance: '124', type: 'Business', customerId: '502', projectId: '102' },
];

/** A sent invoice and one that was not sent. */
export const invoices: readonly Invoice[] = [
  {
    id: '9017', companyInvoicePrefix: '2026-', companyInvoiceId: 17, customerId: '501', status: 'Open',
    date: '2026-03-20', dueDate: '2026-04-03', currencyCode: 'EUR', credit: false, totalExTax: '1024.85', total: '1231.09',
    rows: [
      { description: 'Training', quantity: '10', price: '95.00', taxPercent: '21' },
      { description: 'Cursusboeken', quantity: '3', price: '24.95', taxPercent: '9' },
    ],
  },
  {
    id: '9018', companyInvoicePrefix: '2026-', companyInvoiceId: 18, customerId: '503', status: 'Concept',
    date: '2026-03-21', dueDate: '2026-04-04', currencyCode: 'EUR', credit: false, totalExTax: '680.00', total: '822.80',
    rows: [{ description: 'Advies', quantity: '8', price: '85.00', taxPercent: '21' }],
  },
];

/** The whole account. */
export const agency: MemoryAccount = {
  customers,
  projects,
  items,
  invoices,
  users: [{ id: '71', name: 'Sanne' }],
  activities: [
    { id: '11', name: 'Ontwikkeling', active: true, article: null, content: { id: '11', name: 'Ontwikkeling' } },
    { id: '12', name: 'Overleg', active: true, article: null, content: { id: '12', name: 'Overleg' } },
  ],
};
