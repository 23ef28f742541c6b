import type { MemoryAccount } from '@x/timechimp-visma-connector/memory';

const entry = { kind: 'time', customerId: '501', projectId: '101', activityId: '11', status: 'Approved' } as const;

/** The time-tracking side: one customer, who is new to Visma, and two entries of hours. */
export const account: MemoryAccount = {
  customers: [
    {
      id: '501',
      number: '2001',
      name: 'Bakkerij Jansen',
      active: true,
      address: { street: 'Dorpsstraat 1', postalCode: '3511 AB', city: 'Utrecht', country: 'NL' },
      hourlyRate: '95.00',
      paymentDays: 14,
    },
  ],
  activities: [{ id: '11', name: 'Advice', active: true, article: null, content: { id: '11', name: 'Advice' } }],
  projects: [{ id: '101', customerId: '501', name: 'Webshop', invoicing: { method: 'CustomerHourlyRate' } }],
  items: [
    { ...entry, id: '1', date: '2026-10-05', minutes: 20 },
    { ...entry, id: '2', date: '2026-10-06', minutes: 465 },
  ],
};
