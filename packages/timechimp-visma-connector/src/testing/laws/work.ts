import type { EntryStatus } from '@x/billing-core';
import { itemKey } from '../../ports/item-ref.ts';
import type { StatusChange, WorkItem, WorkQuery } from '../../ports/work-store.ts';
import { equals, holds, race, rejects } from '../expect.ts';
import type { Law } from '../law.ts';
import type { SourceFixture } from '../source-fixture.ts';
import { customer, hour, hours, oneOfEach, seedOf } from '../source-samples.ts';

const racers = 8;

function change(fixture: SourceFixture, ids: readonly string[], expected: EntryStatus, to: EntryStatus): StatusChange {
  const items = ids.map((id) => ({ ref: { kind: 'time', id } as const, expected }));
  return { items, to, startBefore: fixture.now() + 60_000 };
}

async function readAll(fixture: SourceFixture, accountId: string, query: Omit<WorkQuery, 'limit'>, limit = 100): Promise<WorkItem[]> {
  const items: WorkItem[] = [];
  let after: string | undefined;
  do {
    const page = await fixture.source.work.page(accountId, { ...query, limit, after });
    holds(page.items.length <= limit, `a page of ${limit} has ${page.items.length} items`);
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined && items.length < 10_000);
  return items;
}

const keys = (items: readonly WorkItem[]): string[] => items.map((item) => itemKey(item.ref)).sort();

/** Hours, expenses and trips: reading them, and changing their status. */
export const workLaws: readonly Law<SourceFixture>[] = [
  {
    name: 'work: every item is paged once',
    why: 'an hour on a page that was cut off is never invoiced',
    check: async (fixture) => {
      const items = hours(230);
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items }));
      const read = await readAll(fixture, account, { kinds: ['time'] }, 50);
      equals(keys(read), items.map((item) => `time:${item.id}`).sort(), 'hours over all pages of 50');
    },
  },
  {
    name: 'work: a page is restricted by kind, customer, project, period and status',
    why: 'an invoice for March with hours of April is wrong, and so is one without',
    check: async (fixture) => {
      const items = [
        hour('1', { date: '2026-02-28' }),
        hour('2', { date: '2026-03-01' }),
        hour('3', { date: '2026-03-31' }),
        hour('4', { date: '2026-04-01' }),
        hour('5', { customerId: '2', projectId: '2' }),
        hour('6', { status: 'Invoiced' }),
        ...oneOfEach('7').slice(1),
      ];
      const account = await fixture.seed(seedOf({ customers: [customer('1'), customer('2')], items }));
      const read = async (query: Partial<WorkQuery>): Promise<string[]> =>
        keys(await readAll(fixture, account, { kinds: ['time'], ...query }));
      equals(await read({ from: '2026-03-01', to: '2026-03-31' }), ['time:2', 'time:3', 'time:5', 'time:6'], 'March, both ends included');
      equals(await read({ customerIds: ['2'] }), ['time:5'], 'one customer');
      equals(await read({ projectIds: ['1'], from: '2026-04-01' }), ['time:4'], 'one project');
      equals(await read({ statuses: ['Invoiced'] }), ['time:6'], 'one status');
      equals(await read({ kinds: ['expense', 'mileage'] }), ['expense:7', 'mileage:7'], 'other kinds');
      equals(await read({ customerIds: [] }), [], 'no customer at all');
    },
  },
  {
    name: 'work: items are read again as they are, missing ones absent',
    why: 'the check after the claim must see what changed since the preview',
    check: async (fixture) => {
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items: [hour('1', { minutes: 75 }), hour('2')] }));
      const refs = [{ kind: 'time', id: '2' }, { kind: 'time', id: '9' }, { kind: 'time', id: '1' }] as const;
      const read = await fixture.source.work.read(account, refs);
      equals(keys(read), ['time:1', 'time:2'], 'items that are there');
      const one = read.find((item) => item.ref.id === '1');
      holds(one?.content.kind === 'time' && one.content.minutes === 75, 'the minutes of an hour were lost');
      equals(one?.status, 'Approved', 'its status');
    },
  },
  {
    name: 'work: a status is set, and can be read back past the source',
    why: 'an hour that is not Invoiced shows up as unbilled again',
    check: async (fixture) => {
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items: hours(3) }));
      const results = await fixture.source.work.setStatus(account, change(fixture, ['1003', '1001'], 'Approved', 'Invoiced'));
      equals(results.map((each) => [each.ref.id, each.outcome]), [['1003', 'set'], ['1001', 'set']], 'answers, in order');
      equals(await fixture.statusOf(account, '1001'), 'Invoiced', 'the status of a changed hour');
      equals(await fixture.statusOf(account, '1002'), 'Approved', 'the status of another hour');
    },
  },
  {
    name: 'work: only items in the expected status are changed',
    why: 'what a person wrote off would be marked as invoiced, or an invoiced hour be opened again',
    check: async (fixture) => {
      const items = [hour('1'), hour('2', { status: 'WrittenOff' })];
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items }));
      const results = await fixture.source.work.setStatus(account, change(fixture, ['1', '2', '9'], 'Approved', 'Invoiced'));
      equals(results.map((each) => each.outcome), ['set', 'changed', 'missing'], 'answers');
      equals(results[1]?.status, 'WrittenOff', 'the status that was found instead');
      equals(await fixture.statusOf(account, '2'), 'WrittenOff', 'the status afterwards');
    },
  },
  {
    name: 'work: of racers for one status one sets it',
    why: 'two exports would both believe that they marked the hour',
    promisedBy: (fixture) => fixture.source.work.abilities.atomicStatus,
    check: async (fixture) => {
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items: hours(1) }));
      const set = () => fixture.source.work.setStatus(account, change(fixture, ['1001'], 'Approved', 'Invoiced'));
      const results = await race(racers, set);
      equals(results.flat().filter((each) => each.outcome === 'set').length, 1, 'winners among racers');
    },
  },
  {
    name: 'work: kinds are kept apart',
    why: 'marking hour 7 must not mark trip 7',
    check: async (fixture) => {
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items: oneOfEach('7') }));
      await fixture.source.work.setStatus(account, change(fixture, ['7'], 'Approved', 'Invoiced'));
      const others = await fixture.source.work.read(account, [{ kind: 'expense', id: '7' }, { kind: 'mileage', id: '7' }]);
      equals(others.map((item) => item.status), ['Approved', 'Approved'], 'statuses of the expense and the trip');
    },
  },
  {
    name: 'work: a change that comes too late does not start',
    why: 'a worker that was frozen would mark what was undone meanwhile: free, and hidden',
    check: async (fixture) => {
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items: hours(1) }));
      const late = { ...change(fixture, ['1001'], 'Approved', 'Invoiced'), startBefore: fixture.now() - 1 };
      const notSent = (error: unknown): boolean => (error as { delivery?: unknown }).delivery === 'not-sent';
      await rejects(() => fixture.source.work.setStatus(account, late), 'a change after its time', notSent);
      equals(await fixture.statusOf(account, '1001'), 'Approved', 'the status afterwards');
    },
  },
  {
    name: 'work: a batch of 100 goes, one of 101 is refused',
    why: 'the time-tracking API takes 100, and what it does with more is not known',
    check: async (fixture) => {
      const items = hours(101);
      const account = await fixture.seed(seedOf({ customers: [customer('1')], items }));
      const ids = items.map((item) => item.id);
      await rejects(() => fixture.source.work.setStatus(account, change(fixture, ids, 'Approved', 'Invoiced')), 'a batch of 101');
      equals(await fixture.statusOf(account, '1001'), 'Approved', 'a status after the refusal');
      const results = await fixture.source.work.setStatus(account, change(fixture, ids.slice(0, 100), 'Approved', 'Invoiced'));
      equals(results.filter((each) => each.outcome === 'set').length, 100, 'changed items of a batch of 100');
    },
  },
  {
    name: 'work: accounts never meet',
    why: 'one company would see, or mark, the hours of another',
    check: async (fixture) => {
      const [one, two] = [
        await fixture.seed(seedOf({ customers: [customer('1')], items: [hour('1'), hour('2')] })),
        await fixture.seed(seedOf({ customers: [customer('1')], items: [hour('3')] })),
      ];
      equals(await fixture.source.work.read(two, [{ kind: 'time', id: '1' }]), [], 'an hour of another account');
      equals(keys(await readAll(fixture, two, { kinds: ['time'] })), ['time:3'], 'the hours of an account');
      const results = await fixture.source.work.setStatus(two, change(fixture, ['1'], 'Approved', 'Invoiced'));
      equals(results.map((each) => each.outcome), ['missing'], 'a change of an hour of another account');
      equals(await fixture.statusOf(one, '1'), 'Approved', 'its status afterwards');
    },
  },
];
