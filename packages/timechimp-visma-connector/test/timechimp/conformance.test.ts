import type { EntryStatus } from '@x/billing-core';
import { createTimeChimpSources } from '@x/timechimp-visma-connector/timechimp';
import { createFakeTimeChimp, type FakeBehaviour, type FakeTimeChimp, type FakeTimeChimpData, manualClock } from '@x/timechimp-visma-connector/timechimp/testing';
import { checkLaw, sourceConformance, sourceLaws, type SourceFixture, type SourceSeed } from '@x/timechimp-visma-connector/testing';
import { describe, expect, it } from 'vitest';
import type { ConnectorSource } from '../../src/ports/connector-source.ts';

const statuses = { Concept: 1, Open: 2, Paid: 3 } as const;
const number = (text: unknown): number => Number(text);

/** The seed of a law as the content of a fake account. */
function dataOf({ customers, activities, items, invoices }: SourceSeed): FakeTimeChimpData {
  const entries = items.flatMap((item) => (item.kind === 'term' ? [] : [item]));
  const shared = (item: (typeof entries)[number]) => ({
    id: number(item.id), date: item.date, status: item.status, customerId: number(item.customerId), projectId: item.projectId === undefined ? null : number(item.projectId),
  });
  const projects = new Map(entries.flatMap(({ projectId, customerId }) => (projectId === undefined ? [] : [[projectId, customerId] as const])));
  return {
    customers: customers.map(({ id, name, active, number: relationId, email, hourlyRate }) => ({
      id: number(id), name, active, relationId: relationId ?? null, email: email ?? null, hourlyRate: hourlyRate === undefined ? null : number(hourlyRate),
    })),
    tasks: activities.map(({ id, name, active, article }) => ({ id: number(id), name, active, code: article })),
    projects: [...projects].map(([id, customerId]) => ({ id: number(id), name: `Project ${id}`, customerId: number(customerId), method: 'NoInvoicing' })),
    times: entries.flatMap((item) => (item.kind === 'time' ? [{ ...shared(item), hours: item.minutes / 60 }] : [])),
    expenses: entries.flatMap((item) => (item.kind === 'expense' ? [{ ...shared(item), rate: number(item.rate), quantity: number(item.quantity) }] : [])),
    mileages: entries.flatMap((item) => (item.kind === 'mileage' ? [{ ...shared(item), distance: number(item.distance) }] : [])),
    invoices: invoices.map(({ id, customerId, status, rows, currencyCode, companyInvoicePrefix, total, totalExTax, date, dueDate, companyInvoiceId, credit }) => ({
      id: number(id), customerId: number(customerId), status: statuses[status], currency: currencyCode, companyInvoicePrefix: companyInvoicePrefix ?? '',
      date, dueDate, companyInvoiceId, credit, total: number(total), totalExTax: number(totalExTax),
      invoiceRows: rows.map(({ quantity, price, taxPercent }) => ({ quantity: number(quantity), price: number(price), tax: number(taxPercent) })),
    })),
  };
}

/** Numbers of JSON have no trailing zeros, the samples of the laws have: "95" is shown as "95.00" where only the spelling differs. */
function withTwoDecimals({ customers, invoices, ...source }: ConnectorSource): ConnectorSource {
  const spelled = (text: string): string => (/^\d+$/.test(text) ? `${text}.00` : text);
  return {
    ...source,
    customers: {
      ...customers,
      get: async (...call) => (await customers.get(...call)).map((each) => ({ ...each, ...(typeof each.hourlyRate === 'string' && { hourlyRate: spelled(each.hourlyRate) }) })),
    },
    invoices: { ...invoices, get: async (...call) => (await invoices.get(...call)).map((each) => ({ ...each, total: spelled(each.total) })) },
  };
}

/** Accounts with a fake each, behind one source. */
function fixture(behaviour: FakeBehaviour = {}): SourceFixture {
  const clock = manualClock();
  const fakes = new Map<string, FakeTimeChimp>();
  const source = createTimeChimpSources({
    clock,
    keysOf: (accountId) => Promise.resolve(fakes.has(accountId) ? { apiKey: accountId, v1ApiKey: accountId } : null),
    fetch: (input, init) => {
      const headers = new Headers(init.headers);
      const fake = fakes.get(headers.get('api-key') ?? headers.get('authorization')?.slice('Bearer '.length) ?? '');
      return fake === undefined ? Promise.reject(new Error('no such key')) : fake.fetch(input, init);
    },
  });
  return {
    source: withTwoDecimals(source),
    now: () => clock.now(),
    seed: (content) => {
      const accountId = `account-${fakes.size + 1}`;
      fakes.set(accountId, createFakeTimeChimp({ data: dataOf(content), clock, behaviour: { ...behaviour, apiKey: accountId, v1ApiKey: accountId } }));
      return accountId;
    },
    statusOf: (accountId, hourId) => fakes.get(accountId)?.books.times.get(Number(hourId))?.status as EntryStatus | undefined,
  };
}

sourceConformance({ runner: { describe, it }, create: () => fixture() });

describe('the laws of a time-tracking side, on a TimeChimp that is harder to read', () => {
  const harder: FakeBehaviour = { refusedInFilter: ['in', 'or', 'status'], maxTop: 30, tellsCount: false, customerOnEntries: false, batches: 'one-by-one' };

  it.each(sourceLaws.map((law) => [law.name, law] as const))('%s', { timeout: 30_000 }, async (_name, law) => {
    expect(await checkLaw(law, () => fixture(harder))).toBe(law.name === 'work: of racers for one status one sets it' ? 'not promised' : 'kept');
  });
});
