import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/ports/attachment-source.ts';
import { agency } from '../support/agency.ts';
import { createWorld, stateText, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

async function connectedWorld(options: WorldOptions = {}): Promise<ConnectedWorld> {
  const world = createWorld(options);
  await world.connect();
  return world;
}

const decided = { by: 'olga', note: 'looked it up' };

describe('a preview of settle', () => {
  async function inDoubt(): Promise<{ readonly world: ConnectedWorld; readonly key: string }> {
    const world = await connectedWorld();
    world.fake.faults.add({ on: 'POST /customerinvoicedrafts', fault: { kind: 'reset', committed: false } });
    const { invoices } = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] } });
    world.fake.faults.clear();
    world.clock.advance(20 * 60_000);
    return { world, key: invoices[0]?.key ?? '' };
  }

  it.each([
    ['recheck', 'Visma would be asked again'],
    ['exported', 'It would count as exported as draft-7'],
    ['not-exported', 'may export them again'],
  ] as const)('as %s says what would happen, asks Visma nothing and changes nothing', async (as, sentence) => {
    const { world, key } = await inDoubt();
    const before = stateText(world);
    world.fake.requests.clear();
    const outcome = await world.connector.settle({ tenantId, key, as, ...(as === 'exported' ? { documents: { draftId: 'draft-7' } } : {}), ...decided, preview: true });
    expect(outcome).toMatchObject({ key, outcome: 'skipped', reason: { code: 'preview', message: expect.stringContaining(sentence) as string } });
    expect([world.fake.requests.count(), stateText(world)]).toEqual([0, before]);
    expect(world.events.filter(({ useCase }) => useCase === 'settle')[0]).toMatchObject({ type: 'started', preview: true });
  });

  it('says the same as the decision itself where nothing is to be decided', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] } });
    const request = { tenantId, key: invoices[0]?.key ?? '', as: 'not-exported', ...decided } as const;
    const preview = await world.connector.settle({ ...request, preview: true });
    expect(preview.reason?.code).toBe('not-open');
    expect(await world.connector.settle(request)).toEqual(preview);
  });
});

describe('a preview of attachFiles', () => {
  const file: SourceFile = { id: 'r1', name: 'Bon.pdf', contentType: 'application/pdf', data: new TextEncoder().encode('%PDF-1') };
  const large: SourceFile = { ...file, id: 'r2', name: 'Groot.pdf', data: new Uint8Array(21 * 1024 * 1024) };

  it('names what would be sent, what is there and what cannot go; sends and notes nothing', async () => {
    const world = await connectedWorld({ account: { ...agency, files: { 'expense:1': [file, large] } } });
    const { invoices } = await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'expense', id: '1' }] } });
    const request = { tenantId, keys: invoices.map(({ key }) => key) };
    const before = stateText(world);
    world.fake.requests.clear();
    const outcomes = async (preview: boolean) => (await world.connector.attachFiles({ ...request, preview })).flatMap(({ files }) => files.map(({ outcome }) => outcome));
    expect(await outcomes(true)).toEqual(['planned', 'failed']);
    expect(stateText(world)).toBe(before);
    expect(world.fake.requests.all().filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await outcomes(false)).toEqual(['attached', 'failed']);
    expect(await outcomes(true)).toEqual(['already-attached', 'failed']);
  });

  it('notes nothing either where our own notes were lost', async () => {
    const world = await connectedWorld({ account: { ...agency, files: { 'expense:1': [file] } } });
    const { invoices } = await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'expense', id: '1' }] } });
    const request = { tenantId, keys: invoices.map(({ key }) => key) };
    await world.connector.attachFiles(request);
    const scope = (await world.state.connections.load(tenantId))?.scope;
    const name = [...world.state.snapshot().tables.cursors.keys()].find((key) => key.includes('attachment/'))?.split('attachment/')[1];
    if (!scope || name === undefined) throw new Error('no note');
    await world.state.cursors.set(scope, `attachment/${name}`, null, 'attached');
    const before = stateText(world);
    expect(await world.connector.attachFiles({ ...request, preview: true })).toMatchObject([{ files: [{ outcome: 'already-attached' }] }]);
    expect(stateText(world)).toBe(before);
    await world.connector.attachFiles(request);
    expect(stateText(world)).not.toBe(before);
  });
});

describe('progress of what looks at many exports', () => {
  it.each<[string, string, (world: ConnectedWorld) => Promise<unknown>]>([
    ['drift', 'documents', (world) => world.connector.drift({ tenantId })],
    ['drift', 'source items', (world) => world.connector.drift({ tenantId })],
    ['tieOut', 'exports', (world) => world.connector.tieOut({ tenantId, from: '2026-03-01', to: '2026-03-31' })],
    ['tieOut', 'documents in Visma', (world) => world.connector.tieOut({ tenantId, from: '2026-01-01', to: '2026-12-31' })],
    ['paymentStatus', 'payments', (world) => world.connector.paymentStatus({ tenantId })],
  ])('%s tells how far it is with %s, up to the end', async (useCase, step, run) => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['503', '504'] }, finish: 'final' });
    world.events.length = 0;
    await run(world);
    const told = world.events.filter((event) => event.type === 'progress' && event.useCase === useCase && event.step === step);
    const last = told.at(-1);
    expect(last).toMatchObject({ done: expect.any(Number) as number });
    expect(last?.type === 'progress' && last.done > 0 && last.done === last.total).toBe(true);
  });
});
