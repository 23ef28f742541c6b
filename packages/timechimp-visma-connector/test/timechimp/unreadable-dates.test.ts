import { proposeInvoices } from '@x/billing-core';
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

  it.each([
    ['the first day of the next contract: its hours are not billed at the rate before', '2026-02-01T09:00:00Z', 0],
    ['none of them: each rate holds in its time', '2026-02-01', 1],
  ])('%s', async (_what, startDate, invoices) => {
    // From 1 February Anna costs 100 an hour; the contract before was left open-ended, as far as it goes.
    const endDate = startDate === '2026-02-01' ? '2026-01-31' : null;
    const { source } = setup({
      data: {
        users: [{ id: 21, displayName: 'Anna', contracts: [{ id: 1, startDate: '2024-01-01', endDate, hourlyRate: 90 }, { id: 2, startDate, hourlyRate: 100 }] }],
      },
    });
    const { items: users } = await source.work.users(acme, { limit: 10 });
    const { proposals, problems } = proposeInvoices(
      {
        items: [{ kind: 'time', id: '1', customerId: '1', projectId: '41', userId: '21', date: '2026-03-02', minutes: 600, status: 'Approved' }],
        customers: [{ id: '1', name: 'A', countryCode: 'NL', vatRate: { percentage: '21' } }],
        projects: [{ id: '41', customerId: '1', name: 'P', invoicing: { method: 'UserHourlyRate' } }],
        activities: [],
        users,
      },
      {
        currencyCode: 'EUR',
        vat: { scheme: 'normal', countryCode: 'NL', rates: [{ percentage: '21', vatKind: 'domestic-high' }] },
        articles: { defaults: { time: 'a' } },
      },
    );
    expect(proposals.map(({ netAmount }) => netAmount)).toEqual(invoices === 0 ? [] : ['1000.00']);
    expect(problems.map(({ code }) => code)).toEqual(invoices === 0 ? ['rate-missing'] : []);
    expect(source.problems(acme).map(({ code }) => code)).toEqual(invoices === 0 ? ['date-unclear'] : []);
  });
});
