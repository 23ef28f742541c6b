import type { BillableItem, TimeEntry } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import type { SettingsInput } from '../../src/settings/settings.ts';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const hour = (id: string, date: string, change: Partial<TimeEntry> = {}): TimeEntry => ({
  kind: 'time', id, date, minutes: 90, activityId: '11', customerId: '504', projectId: '104', userId: '71', status: 'Approved', ...change,
});
const march = { kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' } as const;
const april = { kind: 'term', id: '104/subscription/2026-04-01..2026-04-30' } as const;
const decided = { by: 'olga', note: 'wrong month' };
const ofTerms = { customerIds: ['504'], kinds: ['term'] } as const;

/** An approved hour of March and one of April, others that are not to be marked, on a subscription that began in March. */
async function worldWith(coveredHours: 'leave' | 'markInvoiced' | undefined, settings: SettingsInput = {}): Promise<ConnectedWorld> {
  const hours: readonly BillableItem[] = [
    hour('81', '2026-03-10'),
    hour('82', '2026-04-01'),
    hour('83', '2026-03-11', { status: 'Open' }),
    hour('84', '2026-03-12', { billable: false }),
    hour('85', '2026-05-04'),
    hour('86', '2026-02-27'),
  ];
  const world = createWorld({
    account: { ...agency, items: [...(agency.items ?? []), ...hours] },
    settings: (others) => ({ ...others, ...settings, terms: coveredHours === undefined ? {} : { coveredHours } }),
  });
  await world.connect();
  return world;
}

/** The covered hours that are Invoiced. */
function invoiced(world: ConnectedWorld): readonly string[] {
  const { items } = world.source.account(accountId);
  return [...items.values()].flatMap((item) => (item.kind === 'time' && item.projectId === '104' && item.status === 'Invoiced' ? [item.id] : [])).sort();
}

function setHour(world: ConnectedWorld, id: string, change: Partial<TimeEntry>): void {
  const { items } = world.source.account(accountId);
  items.set(`time:${id}`, { ...hour(id, '2026-03-10'), ...items.get(`time:${id}`), ...change } as TimeEntry);
}

describe('D4: hours that a term covers change their status only by an explicit setting', () => {
  it.each([undefined, 'leave'] as const)('with %s they are listed as covered and left alone', async (setting) => {
    const world = await worldWith(setting);
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['504'] } });
    expect(report.invoices).toMatchObject([{ outcome: 'exported', netAmount: '298.00', coveredHours: [] }]);
    expect(report.excluded).toContainEqual(expect.objectContaining({ ref: { kind: 'time', id: '81' }, reason: 'covered-by-subscription' }));
    expect(invoiced(world)).toEqual([]);
  });

  it.each([{ customerIds: ['504'] }, ofTerms, { refs: [march, april] }])('with markInvoiced those of its days that are approved and billable are marked with it, at no price: %j', async (select) => {
    const world = await worldWith('markInvoiced');
    const preview = await world.connector.createInvoices({ tenantId, select, preview: true });
    expect(invoiced(world)).toEqual([]);
    const report = await world.connector.createInvoices({ tenantId, select, expect: preview.expect });
    const coveredHours = [{ kind: 'time', id: '81' }, { kind: 'time', id: '82' }];
    expect([preview.invoices, report.invoices]).toMatchObject([[{ netAmount: '298.00', coveredHours }], [{ outcome: 'exported', netAmount: '298.00', coveredHours }]]);
    expect(invoiced(world)).toEqual(['81', '82']);
  });

  it('the unbilled items name, of each term, the hours that will be marked with it; none with "leave"', async () => {
    const [marking, leaving] = [await worldWith('markInvoiced'), await worldWith('leave')];
    const { customers } = await marking.connector.unbilledItems({ tenantId, select: ofTerms });
    expect(customers).toMatchObject([{ netAmount: '298.00', coveredHours: [{ term: march, hours: [{ kind: 'time', id: '81' }] }, { term: april, hours: [{ kind: 'time', id: '82' }] }] }]);
    expect((await leaving.connector.unbilledItems({ tenantId, select: ofTerms })).customers).toMatchObject([{ netAmount: '298.00', coveredHours: [] }]);
  });

  it('A12: undo restores the recorded status, and the same hours go with the term when it is exported again', async () => {
    const world = await worldWith('markInvoiced', { pricing: { approval: 'none' } });
    const { invoices } = await world.connector.createInvoices({ tenantId, select: ofTerms });
    expect(invoiced(world)).toEqual(['81', '82', '83']);
    await world.connector.undo({ tenantId, keys: invoices.map(({ key }) => key), ...decided });
    expect(invoiced(world)).toEqual([]);
    expect(world.source.account(accountId).items.get('time:83')).toMatchObject({ status: 'Open' });
    await world.connector.createInvoices({ tenantId, select: ofTerms });
    expect(invoiced(world)).toEqual(['81', '82', '83']);
  });

  it('A6, A10: while the invoice is in doubt none of them is marked, and reconcile marks them last', async () => {
    const world = await worldWith('markInvoiced');
    world.fake.faults.next('POST /customerinvoicedrafts', { kind: 'late-commit', afterMs: 60_000, seen: 'reset' });
    const { invoices } = await world.connector.createInvoices({ tenantId, select: ofTerms });
    expect([invoices.map(({ outcome }) => outcome), invoiced(world)]).toEqual([['in-doubt'], []]);
    world.clock.advance(20 * 60_000);
    world.fake.settle();
    await world.connector.reconcile({ tenantId });
    expect(invoiced(world)).toEqual(['81', '82']);
    expect(world.fake.books.drafts).toHaveLength(1);
  });

  it('A10: one that somebody has set to Invoiced while the invoice was on its way is left alone and reported', async () => {
    const world = await worldWith('markInvoiced');
    world.fake.faults.next('POST /customerinvoicedrafts', { kind: 'late-commit', afterMs: 60_000, seen: 'reset' });
    await world.connector.createInvoices({ tenantId, select: ofTerms });
    setHour(world, '81', { status: 'Invoiced' });
    world.clock.advance(20 * 60_000);
    world.fake.settle();
    const report = await world.connector.reconcile({ tenantId });
    expect(report.alarms).toMatchObject([{ message: expect.stringContaining('time:81') as string }]);
    await world.connector.undo({ tenantId, keys: report.outcomes.map(({ key }) => key), ...decided });
    expect(invoiced(world)).toEqual(['81']);
  });

  it('an hour that is approved after the preview makes the invoice one that was not shown', async () => {
    const world = await worldWith('markInvoiced');
    const preview = await world.connector.createInvoices({ tenantId, select: ofTerms, preview: true });
    setHour(world, '83', { status: 'Approved' });
    const report = await world.connector.createInvoices({ tenantId, select: ofTerms, expect: preview.expect });
    const differences = [{ field: 'coveredHours', expected: 'time:81 time:82', actual: 'time:81 time:82 time:83' }];
    expect(report.invoices).toMatchObject([{ outcome: 'stale', reason: { code: 'preview-outdated' }, differences }]);
    expect(invoiced(world)).toEqual([]);
  });

  it('an hour of days that were billed before goes with a later term of its project', async () => {
    const world = await worldWith('markInvoiced');
    await world.connector.createInvoices({ tenantId, select: ofTerms });
    setHour(world, '83', { status: 'Approved' });
    world.clock.advance(Date.parse('2026-05-04T08:00:00Z') - world.clock.now());
    const { invoices } = await world.connector.createInvoices({ tenantId, select: ofTerms });
    expect(invoices).toMatchObject([{ netAmount: '149.00', coveredHours: [{ id: '83' }, { id: '85' }] }]);
    expect(invoiced(world)).toEqual(['81', '82', '83', '85']);
  });

  it('A2: of two invoices for the same project each hour goes with one; one that an export of ours holds goes with none', async () => {
    const world = await worldWith('markInvoiced', { grouping: { split: ['month'] } });
    const { invoices } = await world.connector.createInvoices({ tenantId, select: ofTerms });
    expect(invoices.map(({ outcome, coveredHours }) => [outcome, coveredHours.map(({ id }) => id)])).toEqual([['exported', ['81']], ['exported', ['82']]]);
    setHour(world, '81', { status: 'Approved' });
    world.clock.advance(Date.parse('2026-05-01T08:00:00Z') - world.clock.now());
    const { invoices: later } = await world.connector.createInvoices({ tenantId, select: ofTerms });
    expect(later).toMatchObject([{ outcome: 'exported', coveredHours: [{ id: '85' }] }]);
  });

  it('a draft that is replaced keeps its hours, whatever the setting says by then', async () => {
    const world = await worldWith('markInvoiced');
    const { invoices } = await world.connector.createInvoices({ tenantId, select: ofTerms });
    setHour(world, '83', { status: 'Approved' });
    world.clock.advance(20 * 60_000);
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, terms: {}, invoices: { ...settings.invoices, ourReference: 'Studio' } } });
    const keys = invoices.map(({ key }) => key);
    const { drafts } = await world.connector.replace({ tenantId, keys, ...decided });
    expect(drafts).toMatchObject([{ outcome: 'exported' }]);
    expect(invoiced(world)).toEqual(['81', '82']);
    world.clock.advance(20 * 60_000);
    await world.connector.undo({ tenantId, keys, ...decided });
    expect(invoiced(world)).toEqual([]);
  });

  it('those of a fixed price go with its parts, each up to the day of the part', async () => {
    const world = await worldWith('markInvoiced');
    const { projects } = world.source.account(accountId);
    const project = projects.get('104');
    const instalments = [{ id: 'a', date: '2026-03-31', amount: '500.00' }, { id: 'b', date: '2026-04-30', amount: '500.00' }];
    if (project) projects.set('104', { ...project, invoicing: { method: 'ProjectRate', instalments } });
    const { invoices } = await world.connector.createInvoices({ tenantId, select: ofTerms });
    expect(invoices).toMatchObject([{ netAmount: '500.00', coveredHours: [{ id: '81' }] }]);
    expect(invoiced(world)).toEqual(['81']);
  });
});
