import type { BillableItem, Project } from '@x/billing-core';
import { exampleCompany, type CustomerRecord, type FakeCompany } from '@x/visma-eaccounting/testing';
import type { MemoryAccount } from '../src/memory/source-tables.ts';
import type { SourceCustomer } from '../src/ports/customer-store.ts';

const first = 20_001;
const numbers = (count: number): string[] => Array.from({ length: count }, (_, at) => String(first + at));

/** The example company with so many customers, all of them Dutch businesses without anything special. */
export function companyOf(count: number): FakeCompany {
  const company = exampleCompany();
  const [model] = company.customers;
  if (model === undefined) throw new Error('The example company has no customers.');
  const customers = numbers(count).map((number): CustomerRecord => ({
    ...model, Id: `00000000-0000-4000-8000-${number.padStart(12, '0')}`, CustomerNumber: number, Name: `Customer ${number}`, EmailAddress: `${number}@klant.example`,
  }));
  return { ...company, customers };
}

/** The same customers on the time-tracking side, each with a project and so many approved hours. */
export function accountOf(count: number, hours: number): MemoryAccount {
  const customers = numbers(count).map((number): SourceCustomer => ({
    id: `c${number}`, number, name: `Customer ${number}`, active: true, hourlyRate: '90.00', paymentDays: 30,
    address: { city: 'Utrecht', postalCode: '3511 AA', country: 'NL' },
  }));
  const projects = numbers(count).map((number): Project => ({ id: `p${number}`, customerId: `c${number}`, name: number, invoicing: { method: 'CustomerHourlyRate' } }));
  const items = numbers(count).flatMap((number) =>
    Array.from({ length: hours }, (_, at): BillableItem => ({
      kind: 'time', id: `${number}-${at}`, customerId: `c${number}`, projectId: `p${number}`, date: '2026-03-10', minutes: 60, status: 'Approved', userId: '71',
    })),
  );
  return { customers, projects, items, activities: [], users: [] };
}
