import type { EntryStatus } from '@x/billing-core';
import { createMemorySource } from '@x/timechimp-visma-connector/memory';
import type { FakeTime, FakeTimeChimpData } from '@x/timechimp-visma-connector/timechimp/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acme, runs, setup } from './setup.ts';

const ref = (kind: 'time' | 'expense' | 'mileage', id: number) => ({ kind, id: String(id) });

function withTime(time: Partial<FakeTime>): FakeTimeChimpData {
  return { customers: [{ id: 1, name: 'A' }], times: [{ id: 1, date: '2026-03-02', hours: 1, customerId: 1, ...time }] };
}

describe('hours, expenses and trips', () => {
  it('are read with everything that billing needs', async () => {
    const { source } = setup();
    const items = await source.work.read(acme, [ref('time', 101), ref('expense', 201), ref('mileage', 301), { kind: 'term', id: 'x' }, { kind: 'customer', id: '1' }, ref('time', 999)]);
    expect(items).toEqual([
      {
        ref: ref('time', 101), status: 'Approved',
        content: { kind: 'time', id: '101', customerId: '1', projectId: '41', date: '2026-03-02', status: 'Approved', clientStatus: 'Open', userId: '21', activityId: '11', minutes: 90 },
      },
      {
        ref: ref('expense', 201), status: 'Open',
        content: {
          kind: 'expense', id: '201', customerId: '1', date: '2026-03-05', status: 'Open', clientStatus: 'Open', billable: true,
          quantity: '2', rate: '12.1', vatRate: { id: '1', percentage: '21' }, productId: '71', productName: 'Materiaal',
        },
      },
      {
        ref: ref('mileage', 301), status: 'Open',
        content: {
          kind: 'mileage', id: '301', customerId: '1', date: '2026-03-06', status: 'Open', clientStatus: 'Open', billable: true,
          distance: '41.2', type: 'Business', fromAddress: 'Utrecht', toAddress: 'Zeist',
        },
      },
    ]);
  });

  it('the day is the date of the entry, never that of its start in another time zone', async () => {
    const { source } = setup({ data: withTime({ date: '2026-03-02', start: '2026-03-01T23:30:00Z' }) });
    const [item] = await source.work.read(acme, [ref('time', 1)]);
    expect(item?.content.date).toBe('2026-03-02');
  });

  it('a date that would have to be guessed leaves the entry out, reported', async () => {
    const { source } = setup({ data: withTime({ date: '2026-03-01T23:00:00Z' }) });
    expect(await source.work.read(acme, [ref('time', 1)])).toEqual([]);
    expect(source.problems(acme)).toMatchObject([{ code: 'date-unclear', record: 'time:1' }]);
  });

  it('a status that is not known leaves the entry out, reported', async () => {
    const { source } = setup({ data: withTime({ status: 'Offered' }) });
    expect((await source.work.page(acme, { kinds: ['time'], limit: 10 })).items).toEqual([]);
    expect(source.problems(acme)).toMatchObject([{ code: 'unknown-value', record: 'time:1' }]);
  });

  it('an entry that names only its project has the customer of the project, also where none has one', async () => {
    const { source, fake } = setup({ behaviour: { customerOnEntries: false } });
    const [item] = await source.work.read(acme, [ref('time', 102)]);
    expect(item?.content.customerId).toBe('1');
    fake.person.addTime({ id: 900, date: '2026-03-02', hours: 1 });
    expect(await source.work.read(acme, [ref('time', 900)])).toEqual([]);
    expect(source.problems(acme)).toMatchObject([{ code: 'no-customer', record: 'time:900' }]);
  });

  it('a problem is told once while it stays the same, and again when it changes', async () => {
    const told: string[] = [];
    const { source, fake } = setup({ data: withTime({ hours: 0.33 }), settings: { onProblem: ({ message }, account) => told.push(`${account}: ${message}`) } });
    await source.work.read(acme, [ref('time', 1)]);
    await source.work.read(acme, [ref('time', 1)]);
    fake.person.edit('times', 1, { hours: 0.66 });
    await source.work.read(acme, [ref('time', 1)]);
    expect(told).toEqual([
      'acme: 0.33 hours are no whole minutes; the entry counts as 20 minutes.',
      'acme: 0.66 hours are no whole minutes; the entry counts as 40 minutes.',
    ]);
  });

  it('a person\'s edits show at the next reading: A2 finds what changed', async () => {
    const { source, fake } = setup();
    const read = async () => (await source.work.read(acme, [ref('time', 101)]))[0];
    const before = await read();
    fake.person.edit('times', 101, { hours: 2 });
    expect((await read())?.content).toMatchObject({ ...before?.content, minutes: 120 });
    fake.person.setInvoiced('times', 101);
    expect((await read())?.status).toBe('Invoiced');
    fake.person.reopen('times', 101);
    expect((await read())?.status).toBe('Open');
    fake.person.remove('times', 101);
    expect(await read()).toBeUndefined();
  });
});

describe('a page of items', () => {
  it('is narrowed down like that of the memory adapter, whatever TimeChimp does with the filter', { timeout: 120_000 }, async () => {
    const statuses = fc.constantFrom<EntryStatus>('Open', 'Approved', 'Invoiced');
    const entry = fc.record({ day: fc.integer({ min: 1, max: 9 }), customerId: fc.constantFrom(1, 2), projectId: fc.constantFrom(41, 43, null), status: statuses });
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const query = fc.record({
      from: optional(fc.constantFrom('2026-03-03', '2026-03-05')), to: optional(fc.constantFrom('2026-03-04', '2026-03-08')),
      statuses: optional(fc.uniqueArray(statuses)), customerIds: optional(fc.subarray(['1', '2'])), projectIds: optional(fc.subarray(['41', '43'])),
      limit: fc.integer({ min: 1, max: 4 }), ignoresFilter: fc.boolean(), refusedInFilter: fc.subarray(['in', 'or', 'status']),
      customerFilter: fc.constantFrom('request' as const, 'here' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 9 }), query, async (entries, { ignoresFilter, refusedInFilter, customerFilter, ...filter }) => {
        const base = { customers: [{ id: 1, name: 'A' }, { id: 2, name: 'B' }], projects: [{ id: 41, name: 'P', customerId: 1, method: 'NoInvoicing' }, { id: 43, name: 'Q', customerId: 2, method: 'NoInvoicing' }] };
        const times = entries.map(({ day, ...rest }, index) => ({ id: index + 1, date: `2026-03-0${day}`, hours: 1, ...rest }));
        const { source } = setup({ data: { ...base, times }, behaviour: { ignoresFilter, refusedInFilter }, options: { customerFilter } });
        const memory = createMemorySource({
          [acme]: { items: times.map(({ id, date, customerId, projectId, status }) => ({ kind: 'time' as const, id: String(id), date, minutes: 60, customerId: String(customerId), status, projectId: projectId === null ? undefined : String(projectId) })) },
        });
        const all = async (work: typeof source.work): Promise<string[]> => {
          const ids: string[] = [];
          let after: string | undefined;
          do {
            const page = await work.page(acme, { kinds: ['time'], ...filter, after });
            ids.push(...page.items.map((item) => item.ref.id));
            after = page.next;
          } while (after !== undefined);
          return ids;
        };
        expect(await all(source.work)).toEqual(await all(memory.work));
      }),
      runs(100),
    );
  });
});

describe('people', () => {
  it('have a name and the rates of their contracts, and nothing else is read of them', async () => {
    const { source } = setup();
    const page = await source.work.users(acme, { limit: 10 });
    expect(page).toEqual({
      items: [{ id: '21', name: 'Sam Jansen', hourlyRate: [{ rate: '80', from: '2024-01-01', until: '2025-12-31' }, { rate: '85.5', from: '2026-01-01' }] }],
    });
    expect(JSON.stringify(page)).not.toContain('123456782');
  });
});
