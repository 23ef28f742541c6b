import type { FakeProject } from '@x/timechimp-visma-connector/timechimp/testing';
import { unbilledTerms } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { acme, setup } from './setup.ts';

function projectOf(project: Partial<FakeProject>) {
  return { customers: [{ id: 1, name: 'A' }], projects: [{ id: 7, name: 'P', customerId: 1, method: 'ProjectRate', fixedRate: 2500, invoiceDate: '2026-03-31', ...project }] };
}

const terms = { until: '2026-03-31', billFrom: '2026-01-01', billedTermKeys: [], timing: 'advance' } as const;

describe('projects', () => {
  it('are read with how they are invoiced, their activities and people', async () => {
    const { source } = setup();
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[0]).toEqual({
      id: '41', customerId: '1', name: 'Website', code: 'WEB',
      invoicing: { method: 'TaskHourlyRate', reference: 'PO-77' },
      tasks: [{ id: '51', activityId: '11', billable: true, hourlyRate: '110' }, { id: '52', activityId: '12', billable: false }],
      users: [{ userId: '21', hourlyRate: '90' }],
    });
  });

  it('D4: a subscription comes from API v1 and becomes terms', async () => {
    const { source } = setup();
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[2]?.invoicing).toEqual({
      method: 'Subscription',
      subscription: { frequency: 'Month', startDate: '2026-01-01', quantity: '2', price: '150.5', description: 'Onderhoud per maand' },
    });
    const found = unbilledTerms(items, terms);
    expect(found.problems).toEqual([]);
    expect(found.terms.filter(({ projectId }) => projectId === '43').map(({ date, quantity, price }) => [date, quantity, price])).toEqual([
      ['2026-01-01', '2', '150.5'], ['2026-02-01', '2', '150.5'], ['2026-03-01', '2', '150.5'],
    ]);
    expect(found.terms.filter(({ projectId }) => projectId === '42')).toHaveLength(1);
  });

  it('D4: without a key of API v1 a subscription cannot be read: reported, never guessed', async () => {
    const { source } = setup({ v1: false });
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[2]?.invoicing).toEqual({ method: 'Subscription' });
    expect(source.problems(acme).map(({ code, record }) => `${record} ${code}`)).toEqual(['project:42 instalments-unknown', 'project:43 subscription-unreadable']);
  });

  it('D4: a fixed price in instalments is never one amount: no API shows the instalments', async () => {
    const { source } = setup({ data: projectOf({ installments: true }) });
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[0]?.invoicing).toEqual({ method: 'ProjectRate', date: '2026-03-31' });
    expect(source.problems(acme)).toMatchObject([{ code: 'instalments-unreadable', record: 'project:7' }]);
    expect(unbilledTerms(items, terms).terms).toEqual([]);
  });

  it('D4: a fixed price that TimeChimp invoiced is not proposed again', async () => {
    const { source } = setup({ data: projectOf({ invoiceStatus: 3 }) });
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[0]?.invoicing.fixedRate).toBeUndefined();
    expect(source.problems(acme)).toMatchObject([{ code: 'fixed-price-invoiced' }]);
  });

  it('a subscription whose end cannot be read is not open-ended', async () => {
    const subscription = { frequency: 2, startDate: '2026-01-01', endDate: 'soon', amount: 1, rate: 10 };
    const { source } = setup({ data: projectOf({ method: 'Subscription', subscription }) });
    const { items } = await source.work.projects(acme, { limit: 10 });
    expect(items[0]?.invoicing.subscription).toBeUndefined();
    expect(source.problems(acme)).toMatchObject([{ code: 'subscription-unreadable' }]);
  });

  it('a method that is not known, or a project without customer, is left out and reported', async () => {
    const world = setup({ data: projectOf({ method: 'Barter' }) });
    expect((await world.source.work.projects(acme, { limit: 10 })).items).toEqual([]);
    expect(world.source.problems(acme)).toMatchObject([{ code: 'unknown-value' }]);
    const other = setup({ data: projectOf({ customerId: null }) });
    expect((await other.source.work.projects(acme, { limit: 10 })).items).toEqual([]);
    expect(other.source.problems(acme)).toMatchObject([{ code: 'no-customer' }]);
  });

  it('ask API v1 once per page, and only where a project needs it', async () => {
    const { source, fake } = setup();
    await source.work.projects(acme, { limit: 10 });
    expect(fake.requests.map(({ operation }) => operation)).toEqual(['GET /projects', 'GET /v1/projects']);
    const other = setup({ data: projectOf({ method: 'ProjectHourlyRate', hourlyRate: 95 }) });
    await other.source.work.projects(acme, { limit: 10 });
    expect(other.fake.requests.map(({ operation }) => operation)).toEqual(['GET /projects']);
  });
});
