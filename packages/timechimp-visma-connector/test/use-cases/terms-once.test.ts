import type { Subscription } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import type { SettingsInput } from '../../src/settings/settings.ts';
import { createExportSource } from '../../src/use-cases/tracked-source.ts';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** A subscription whose terms of March and April are in an export of unknown outcome, which ends in the middle of April by now. */
async function changedWhileInDoubt(): Promise<ConnectedWorld> {
  const world = createWorld();
  await world.connect();
  world.fake.faults.next('POST /customerinvoicedrafts', { kind: 'reset', committed: false });
  const first = await world.connector.createInvoices({ tenantId, select: { projectIds: ['104'] } });
  expect(first.invoices.map((each) => each.outcome)).toEqual(['in-doubt']);
  changeSubscription(world, { endDate: '2026-04-15' });
  return world;
}

/** A person changes the subscription of project 104, which began on 1 March. */
function changeSubscription(world: ConnectedWorld, change: Partial<Subscription>): void {
  const { projects } = world.source.account(accountId);
  const project = projects.get('104');
  const { subscription } = project?.invoicing ?? {};
  if (!project || !subscription) throw new Error('no subscription');
  projects.set('104', { ...project, invoicing: { ...project.invoicing, subscription: { ...subscription, ...change } } });
}

describe('D4: each term once', () => {
  it('a subscription that is changed while its invoice is under way is not proposed again for the same days', async () => {
    const world = await changedWhileInDoubt();
    const again = await world.connector.createInvoices({ tenantId, select: { projectIds: ['104'] } });
    expect(again.excluded).toMatchObject([{ ref: { id: '104/subscription/2026-04-01..2026-04-15' }, reason: 'already-invoiced' }]);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('nor when that term is chosen by its id', async () => {
    const world = await changedWhileInDoubt();
    const refs = [{ kind: 'term', id: '104/subscription/2026-04-01..2026-04-15' }] as const;
    const chosen = await world.connector.createInvoices({ tenantId, select: { refs } });
    expect(chosen.excluded).toMatchObject([{ ref: refs[0], reason: 'already-invoiced' }]);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('days that are billed in part are named, and nothing is written', async () => {
    const world = createWorld();
    await world.connect();
    await world.connector.takeOver({ tenantId, refs: [{ kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' }], by: 'anna', note: 'by hand' });
    changeSubscription(world, { frequency: 'Year' });
    const refs = [{ kind: 'term', id: '104/subscription/2026-03-01..2026-12-31' }] as const;
    const report = await world.connector.createInvoices({ tenantId, select: { refs } });
    expect(report.problems).toMatchObject([{ code: 'term-overlap', message: expect.stringContaining('Not billed: 2026-04-01..2026-12-31') as string }]);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('A2: after the claim, a term whose days another export has taken counts as changed', async () => {
    const world = createWorld();
    const term = { kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' } as const;
    const source = createExportSource({
      scope: { companyIdentifier: 'company', sourceAccountId: accountId },
      ...world.source,
      links: world.state.links,
      clock: world.clock,
      terms: () => Promise.resolve([{ ...term, customerId: '504', projectId: '104', date: '2026-03-31', period: { from: '2026-03-01', to: '2026-03-31' }, quantity: '1', price: '149.00', description: 'Onderhoud' }]),
      taken: (ids) => Promise.resolve(new Set(ids)),
    });
    expect(await source.read([term])).toMatchObject([{ ref: term, status: 'Invoiced' }]);
  });
});

describe('D4: terms are proposed only from the bill-from day, and when they are due', () => {
  const term = (id: string) => ({ kind: 'term', id }) as const;
  const since2025 = { ...agency, projects: agency.projects?.map((each) => (each.id === '104' ? { ...each, invoicing: { ...each.invoicing, subscription: { frequency: 'Month' as const, startDate: '2025-01-01', price: '149.00' } } } : each)) };

  async function worldWith(settings: SettingsInput['terms'] = {}): Promise<ConnectedWorld> {
    const world = createWorld({ account: since2025, settings: (others) => ({ ...others, terms: settings }) });
    await world.connect();
    return world;
  }

  it.each([
    ['104/subscription/2025-01-01..2025-01-31', {}, 'before-bill-from'],
    ['104/subscription/2026-03-01..2026-03-31', { billFromPerProject: { 104: '2026-04-01' } }, 'before-bill-from'],
    ['104/subscription/2027-01-01..2027-01-31', {}, 'not-due'],
    ['104/subscription/2026-04-01..2026-04-30', { timing: 'arrears' }, 'not-due'],
  ] as const)('%s, chosen by its id with the settings %j, is left out: %s', async (id, settings, reason) => {
    const world = await worldWith(settings);
    const report = await world.connector.createInvoices({ tenantId, select: { refs: [term(id)] } });
    expect(report).toMatchObject({ invoices: [], excluded: [{ ref: term(id), reason }], problems: [] });
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('a milestone that is not reached is left out when it is chosen by its id, and invoiced once it is', async () => {
    const instalment = { id: 'm1', date: '2026-03-20', amount: '800.00' };
    const milestone = (reached: boolean) => ({ method: 'MilestoneRate' as const, instalments: [{ ...instalment, reached }] });
    const world = createWorld({ account: { ...agency, projects: agency.projects?.map((each) => (each.id === '103' ? { ...each, invoicing: milestone(false) } : each)) } });
    await world.connect();
    const refs = [term('103/milestone/m1')];
    expect(await world.connector.createInvoices({ tenantId, select: { refs } })).toMatchObject({ invoices: [], problems: [], excluded: [{ ref: refs[0], reason: 'not-reached' }] });
    const { projects } = world.source.account(accountId);
    const project = projects.get('103');
    if (project) projects.set('103', { ...project, invoicing: milestone(true) });
    expect(await world.connector.createInvoices({ tenantId, select: { refs } })).toMatchObject({ invoices: [{ outcome: 'exported', netAmount: '800.00' }], excluded: [] });
  });

  it('a term that falls due later is invoiced with a day that says so, from the list or by its id', async () => {
    const world = await worldWith();
    const until = '2026-05-01';
    const { customers } = await world.connector.unbilledItems({ tenantId, select: { customerIds: ['504'], until } });
    const refs = customers.flatMap(({ proposal }) => proposal.sources);
    expect(refs.at(-1)).toMatchObject(term('104/subscription/2026-05-01..2026-05-31'));
    const report = await world.connector.createInvoices({ tenantId, select: { refs, until } });
    expect(report.invoices).toMatchObject([{ outcome: 'exported', netAmount: '447.00' }]);
  });

  it('those before the bill-from day are shown, and marked billed in one action', async () => {
    const world = await worldWith();
    const list = async () => {
      const { excluded } = await world.connector.unbilledItems({ tenantId, select: { customerIds: ['504'] } });
      return excluded.filter(({ reason }) => reason === 'before-bill-from').map(({ ref }) => ref);
    };
    const refs = await list();
    expect([refs.length, refs[0], refs.at(-1)]).toEqual([14, term('104/subscription/2025-01-01..2025-01-31'), term('104/subscription/2026-02-01..2026-02-28')]);
    await world.connector.takeOver({ tenantId, refs, by: 'anna', note: 'invoiced by hand' });
    expect(await list()).toEqual([]);
  });

  it('a draft keeps its terms when the bill-from day is moved: what would replace it is the same', async () => {
    const world = await worldWith();
    const first = await world.connector.createInvoices({ tenantId, select: { refs: [term('104/subscription/2026-03-01..2026-03-31')] } });
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, terms: { billFrom: '2026-04-01' } } });
    const { drafts } = await world.connector.replace({ tenantId, keys: first.invoices.map(({ key }) => key), by: 'anna', note: 'new price', preview: true });
    expect(drafts).toMatchObject([{ outcome: 'already-exported' }]);
  });
});

describe('D4: days on the ignore list are not billed under another id', () => {
  const march = { kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' } as const;

  async function withFreeMarch(change: Partial<Subscription>): Promise<ConnectedWorld> {
    const world = createWorld({ settings: (settings) => ({ ...settings, terms: { periods: 'anniversary' } }) });
    await world.connect();
    await world.connector.ignoreItems({ tenantId, refs: [march], by: 'olga', note: 'the first month is free' });
    changeSubscription(world, change);
    return world;
  }

  it('a quarter of which a month is free is for a person, with the days that are left', async () => {
    const world = await withFreeMarch({ frequency: 'Quarter', startDate: '2026-03-01' });
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['504'] } });
    expect(report.invoices).toEqual([]);
    expect(report.problems).toMatchObject([{ code: 'term-overlap', message: expect.stringMatching(/Not billed: 2026-04-01\.\.2026-05-31\. On the ignore list: 104\/subscription\/2026-03-01\.\.2026-03-31\.$/) as string }]);
    await world.connector.unignoreItems({ tenantId, refs: [march] });
    expect((await world.connector.createInvoices({ tenantId, select: { customerIds: ['504'] } })).invoices).toMatchObject([{ outcome: 'exported' }]);
  });

  it('a term whose days are all free is left out as ignored, in the list and when it is chosen', async () => {
    const world = await withFreeMarch({ startDate: '2026-03-15', endDate: '2026-03-31' });
    const ref = { kind: 'term', id: '104/subscription/2026-03-15..2026-03-31' } as const;
    for (const select of [{ customerIds: ['504'] }, { refs: [ref] }]) {
      const report = await world.connector.createInvoices({ tenantId, select });
      expect(report).toMatchObject({ invoices: [], problems: [], excluded: [{ ref, reason: 'ignored' }] });
    }
  });

  it('a term whose days are billed or under way under another id is called billed, whatever else is on the ignore list', async () => {
    const april = '104/subscription/2026-04-01..2026-04-30';
    const ignored = { tenantId, refs: [{ kind: 'term', id: april }], by: 'olga', note: 'free' } as const;
    const billed = createWorld();
    await billed.connect();
    await billed.connector.takeOver({ tenantId, refs: [march], by: 'anna', note: 'by hand' });
    await billed.connector.ignoreItems(ignored);
    changeSubscription(billed, { startDate: '2026-03-15' });
    const underWay = createWorld();
    await underWay.connect();
    underWay.fake.faults.next('POST /customerinvoicedrafts', { kind: 'reset', committed: false });
    await underWay.connector.createInvoices({ tenantId, select: { refs: [march] } });
    await underWay.connector.ignoreItems(ignored);
    changeSubscription(underWay, { startDate: '2026-03-15' });
    for (const world of [billed, underWay]) {
      const refs = [{ kind: 'term', id: '104/subscription/2026-03-15..2026-03-31' }] as const;
      const report = await world.connector.createInvoices({ tenantId, select: { refs } });
      expect(report).toMatchObject({ invoices: [], problems: [], excluded: [{ ref: refs[0], reason: 'already-invoiced' }] });
    }
  });

  it('a term whose days are billed in part and free for the rest is called ignored', async () => {
    const world = createWorld({ settings: (settings) => ({ ...settings, terms: { periods: 'anniversary' } }) });
    await world.connect();
    await world.connector.takeOver({ tenantId, refs: [march], by: 'anna', note: 'by hand' });
    await world.connector.ignoreItems({ tenantId, refs: [{ kind: 'term', id: '104/subscription/2026-04-01..2026-04-30' }], by: 'olga', note: 'free' });
    changeSubscription(world, { frequency: 'Quarter', endDate: '2026-04-30' });
    const refs = [{ kind: 'term', id: '104/subscription/2026-03-01..2026-04-30' }] as const;
    const report = await world.connector.createInvoices({ tenantId, select: { refs } });
    expect(report).toMatchObject({ invoices: [], problems: [], excluded: [{ ref: refs[0], reason: 'ignored' }] });
  });
});
