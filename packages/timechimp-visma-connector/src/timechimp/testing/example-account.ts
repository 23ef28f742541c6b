import type { FakeTimeChimpData } from './records.ts';

/** A small agency: what most tests and examples need, and nothing by chance. */
export const exampleAccount: FakeTimeChimpData = {
  vatRates: [
    { id: 1, name: 'BTW hoog', percentage: 21 },
    { id: 2, name: 'BTW laag', percentage: 9 },
  ],
  contacts: [{ id: 31, name: 'Anna de Boer', email: 'facturen@bakkerij.example', useForInvoicing: true }],
  customers: [
    {
      id: 1, name: 'Bakkerij De Boer', relationId: '000101', vatRate: { id: 1 }, contacts: [{ id: 31 }], tags: [{ id: 5 }],
      address: { address: 'Dorpsstraat 1', postalCode: '1234 AB', city: 'Utrecht', country: 'Nederland' },
      email: 'info@bakkerij.example', hourlyRate: 95, mileageRate: 0.23, paymentPeriod: 14, notes: 'Belt graag', bic: 'TESTNL2A',
    },
    { id: 2, name: 'Timmerfabriek Zuid', relationId: ' 000102 ', vatRate: { id: 1 }, hourlyRate: 87.5 },
    { id: 3, name: 'Ons eigen bedrijf', intern: true },
    { id: 4, name: 'Niet gespecificeerd', unspecified: true },
  ],
  tasks: [
    { id: 11, name: 'Ontwerp', code: '708c96d3-943d-4f79-bd92-676fbf4de1a8', hourlyRate: 110 },
    { id: 12, name: 'Overleg' },
  ],
  users: [
    {
      id: 21, displayName: 'Sam Jansen', userName: 'sam@agency.example', citizenServiceNumber: '123456782',
      contracts: [
        { id: 1, startDate: '2024-01-01', endDate: '2025-12-31', hourlyRate: 80 },
        { id: 2, startDate: '2026-01-01', hourlyRate: 85.5 },
      ],
    },
  ],
  projects: [
    {
      id: 41, name: 'Website', customerId: 1, method: 'TaskHourlyRate', code: 'WEB', reference: 'PO-77',
      tasks: [{ id: 51, taskId: 11, hourlyRate: 110 }, { id: 52, taskId: 12, billable: false }],
      users: [{ id: 61, userId: 21, hourlyRate: 90 }],
    },
    { id: 42, name: 'Huisstijl', customerId: 1, method: 'ProjectRate', fixedRate: 2500, invoiceDate: '2026-03-31' },
    {
      id: 43, name: 'Onderhoud', customerId: 2, method: 'Subscription',
      subscription: { frequency: 2, startDate: '2026-01-01', description: 'Onderhoud per maand', amount: 2, rate: 150.5 },
    },
  ],
  times: [
    { id: 101, date: '2026-03-02', hours: 1.5, customerId: 1, projectId: 41, taskId: 11, userId: 21, status: 'Approved' },
    { id: 102, date: '2026-03-03', hours: 0.3333333333333333, projectId: 41, taskId: 12, userId: 21, status: 'Approved' },
    { id: 103, date: '2026-03-04', hours: 2, customerId: 2, userId: 21 },
  ],
  expenses: [
    { id: 201, date: '2026-03-05', customerId: 1, rate: 12.1, quantity: 2, product: { id: 71, name: 'Materiaal' }, vatRate: { id: 1 } },
  ],
  mileages: [{ id: 301, date: '2026-03-06', customerId: 1, distance: 41.2, fromAddress: 'Utrecht', toAddress: 'Zeist' }],
  invoices: [
    {
      id: 401, companyInvoicePrefix: '2026-', companyInvoiceId: 17, customerId: 1, customerName: 'Bakkerij De Boer', status: 2,
      date: '2026-02-01', dueDate: '2026-02-15', total: 121, totalExTax: 100,
      invoiceRows: [{ description: 'Ontwerp', quantity: 1, price: 100, tax: 21, code: '8000', index: 0 }],
    },
    {
      id: 402, companyInvoicePrefix: '2026-', companyInvoiceId: 18, customerId: 1, status: 1,
      date: '2026-03-01', dueDate: '2026-03-15', total: 60.5, totalExTax: 50,
      invoiceRows: [{ quantity: 2, price: 25, tax: 21 }],
    },
    {
      id: 403, companyInvoicePrefix: '2026-', companyInvoiceId: 19, customerId: 1, status: 3, credit: true,
      date: '2026-03-02', dueDate: '2026-03-16', total: 121, totalExTax: 100,
      invoiceRows: [{ quantity: 1, price: 100, tax: 21 }],
    },
  ],
};
