import type {
  Activity, BillingInput, BillingPolicy, Customer, Expense, Invoice, InvoiceProposal, Mileage, Project, Proposed, SalesEntryPolicy,
  Term, TimeEntry,
} from '../../src/index.ts';
import { proposeInvoices } from '../../src/index.ts';
import { expectSound } from './sound.ts';

/** A Dutch customer with 21 % VAT, 95.00 an hour and 0.23 a kilometre. */
export function customer(change: Partial<Customer> = {}): Customer {
  return {
    id: 'c1', name: 'Bakkerij Jansen', countryCode: 'NL', vatRate: { percentage: '21' }, hourlyRate: '95.00', mileageRate: '0.23',
    ...change,
  };
}

/** A project at 95.00 an hour. */
export function project(change: Partial<Project> = {}): Project {
  return {
    id: 'p1', customerId: 'c1', name: 'Webshop', invoicing: { method: 'ProjectHourlyRate', hourlyRate: '95.00' }, ...change,
  };
}

export function activity(change: Partial<Activity> = {}): Activity {
  return { id: 'a1', name: 'Advies', ...change };
}

/** 0:20 of approved work. */
export function time(change: Partial<TimeEntry> = {}): TimeEntry {
  return {
    kind: 'time', id: 't1', customerId: 'c1', projectId: 'p1', activityId: 'a1', userId: 'u1', date: '2026-03-02', minutes: 20,
    status: 'Approved', ...change,
  };
}

export function expense(change: Partial<Expense> = {}): Expense {
  return {
    kind: 'expense', id: 'e1', customerId: 'c1', projectId: 'p1', date: '2026-03-03', quantity: '1', rate: '10.00', productId: 'x1',
    productName: 'Hosting', status: 'Approved', ...change,
  };
}

export function mileage(change: Partial<Mileage> = {}): Mileage {
  return {
    kind: 'mileage', id: 'm1', customerId: 'c1', projectId: 'p1', date: '2026-03-04', distance: '100', type: 'Business',
    status: 'Approved', ...change,
  };
}

export function term(change: Partial<Term> = {}): Term {
  return {
    kind: 'term', id: 'p1/fixed/', customerId: 'c1', projectId: 'p1', date: '2026-03-31', period: { from: '2026-03-01', to: '2026-03-31' },
    quantity: '1', price: '1500.00', description: 'Webshop', ...change,
  };
}

/** The Dutch rates, all articles, every other choice at its default. */
export function policy(change: Partial<BillingPolicy> = {}): BillingPolicy {
  return {
    currencyCode: 'EUR',
    vat: {
      scheme: 'normal', countryCode: 'NL',
      rates: [{ percentage: '21', vatKind: 'domestic-high' }, { percentage: '9', vatKind: 'domestic-low' }],
    },
    articles: { defaults: { time: 'A-time', expense: 'A-expense', mileage: 'A-km', term: 'A-term' }, lumpSum: 'A-lump' },
    ...change,
  };
}

export function input(change: Partial<BillingInput> = {}): BillingInput {
  return { items: [], customers: [customer()], projects: [project()], activities: [activity()], ...change };
}

/** Proposes for some items of the usual customer and project. */
export function propose(
  items: BillingInput['items'],
  rules: Partial<BillingPolicy> = {},
  records: Partial<BillingInput> = {},
): Proposed<InvoiceProposal> {
  const result = proposeInvoices(input({ items, ...records }), policy(rules));
  expectSound(result.problems);
  return result;
}

/** The one proposal of a run that must have gone well. */
export function only(result: Proposed<InvoiceProposal>): InvoiceProposal {
  const [first, ...others] = result.proposals;
  if (first === undefined || others.length > 0) throw new Error(`expected one proposal: ${JSON.stringify(result)}`);
  return first;
}

/** An invoice of 1,000.00 and 21 % VAT that was sent. */
export function invoice(change: Partial<Invoice> = {}): Invoice {
  return {
    id: 'i1', companyInvoicePrefix: '2026-', companyInvoiceId: 17, customerId: 'c1', customerName: 'Bakkerij Jansen', status: 'Open',
    date: '2026-03-31', dueDate: '2026-04-30', currencyCode: 'EUR', credit: false, total: '1210.00', totalExTax: '1000.00',
    rows: [{ description: 'Advies', quantity: '10', price: '100.00', taxPercent: '21', code: 'ADV' }], ...change,
  };
}

/** Dutch accounts: 1300 debtors, 8000 and 8010 revenue, 1500 and 1501 VAT, 4990 rounding. */
export function entryPolicy(change: Partial<SalesEntryPolicy> = {}): SalesEntryPolicy {
  return {
    currencyCode: 'EUR',
    vat: policy().vat,
    invoiceNumber: { prefix: 'digits', idDigits: 4 },
    receivableAccount: '1300',
    revenue: { fallback: '8000' },
    vatCodes: {
      'domestic-high': { vatCodeId: 'V21', account: '1500' },
      'domestic-low': { vatCodeId: 'V9', account: '1501' },
      'domestic-zero': { vatCodeId: 'V0' },
      'domestic-exempt': { vatCodeId: 'VX' },
      'reverse-charge-domestic': { vatCodeId: 'VV' },
      'eu-service': { vatCodeId: 'VEU' },
      'outside-eu-service': { vatCodeId: 'VW' },
    },
    roundingAccount: '4990',
    sourceCreditSign: 'negative',
    ...change,
  };
}
