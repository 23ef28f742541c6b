import { describe, expect, it } from 'vitest';
import { acme, setup } from './setup.ts';

describe('D4: a date that cannot be read is never taken for none', () => {
  it('the end of a contract: its rate does not hold for ever', async () => {
    const { source } = setup({
      data: { users: [{ id: 21, displayName: 'A', contracts: [{ id: 1, startDate: '2025-01-01', endDate: '2026-01-30T23:00:00Z', hourlyRate: 80 }] }] },
    });
    const { items } = await source.work.users(acme, { limit: 10 });
    const rates = items[0]?.hourlyRate;
    const open = Array.isArray(rates) ? rates.filter((each: { readonly until?: string }) => each.until === undefined) : [];
    expect([rates === undefined || open.length === 0, source.problems(acme).length > 0]).toEqual([true, true]);
  });

  it('the day on which a fixed price is to be invoiced: the end of the project does not stand in for it', async () => {
    const { source } = setup({
      data: {
        customers: [{ id: 1, name: 'A' }],
        projects: [{ id: 41, name: 'P', customerId: 1, endDate: '2026-03-31', method: 'ProjectRate', fixedRate: 2500, invoiceDate: '2026-06-29T22:00:00Z' }],
      },
    });
    const { items } = await source.work.projects(acme, { limit: 10 });
    const [project] = items;
    expect([project?.invoicing.fixedRate === undefined || project.invoicing.date !== undefined, source.problems(acme).length > 0]).toEqual([true, true]);
  });
});
