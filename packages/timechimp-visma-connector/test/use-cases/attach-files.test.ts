import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/ports/attachment-source.ts';
import type { MemoryAccount } from '../../src/memory/source-tables.ts';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

const receipt: SourceFile = { id: 'r1', name: 'Bon parkeren.pdf', contentType: 'application/pdf', data: new TextEncoder().encode('%PDF-1') };
const photo: SourceFile = { id: 'r2', name: 'foto: lunch?.jpg', contentType: 'image/jpeg', data: new Uint8Array([255, 216, 255]) };
const account: MemoryAccount = { ...agency, files: { 'expense:1': [receipt], 'expense:2': [receipt, photo] } };
const select = { refs: [{ kind: 'expense', id: '1' }, { kind: 'expense', id: '2' }, { kind: 'time', id: '1' }] } as const;
const posting = 'POST /salesdocumentattachments/customerinvoicedraft';
const minute = 60_000;

async function connectedWorld(attachFiles = true, options: WorldOptions = {}): Promise<ConnectedWorld> {
  const world = createWorld({ account, ...options, settings: (settings) => ({ ...settings, invoices: { attachFiles } }) });
  await world.connect();
  world.fake.requests.clear();
  return world;
}

const attaching = (world: ConnectedWorld) => world.fake.requests.all().filter(({ path }) => path.startsWith('/salesdocumentattachments'));
const onDraft = (world: ConnectedWorld): number => (world.fake.books.drafts[0]?.['SalesDocumentAttachments'] as unknown[] | undefined)?.length ?? 0;

describe('files of invoiced items', () => {
  it('are attached to the draft, each once, under a name that a person understands', async () => {
    const world = await connectedWorld();
    const report = await world.connector.createInvoices({ tenantId, select });
    expect(report.invoices).toMatchObject([{
      outcome: 'exported',
      files: [
        { outcome: 'attached', name: expect.stringMatching(/^Bon parkeren [0-9a-f]{8}\.pdf$/) as string },
        { outcome: 'attached', name: expect.stringMatching(/^foto_ lunch_ [0-9a-f]{8}\.jpg$/) as string },
      ],
    }]);
    expect(onDraft(world)).toBe(2);
    expect(attaching(world).map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /salesdocumentattachments/customerinvoicedraft', 'POST /salesdocumentattachments/customerinvoicedraft']);
  });

  it('go to the invoice where it was made final', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select, finish: 'final' });
    expect(world.fake.books.invoices[0]?.['SalesDocumentAttachments']).toHaveLength(2);
    expect(attaching(world).map(({ path }) => path)).toEqual(Array.from({ length: 2 }, () => '/salesdocumentattachments/customerinvoice'));
  });

  it('are off by default: no call more than without them, and none in a preview', async () => {
    const off = await connectedWorld(false);
    await off.connector.createInvoices({ tenantId, select });
    const without = await connectedWorld(false, { account: agency });
    await without.connector.createInvoices({ tenantId, select });
    expect(off.fake.requests.counts()).toEqual(without.fake.requests.counts());
    const preview = await connectedWorld();
    expect((await preview.connector.createInvoices({ tenantId, select, preview: true })).invoices[0]?.files).toEqual([]);
    expect(attaching(preview)).toEqual([]);
  });

  it('an invoice whose items have no files costs no call either', async () => {
    const on = await connectedWorld(true, { account: agency });
    await on.connector.createInvoices({ tenantId, select });
    const off = await connectedWorld(false, { account: agency });
    await off.connector.createInvoices({ tenantId, select });
    expect(on.fake.requests.counts()).toEqual(off.fake.requests.counts());
  });

  it('says so where the setting is on and the time-tracking side gives no files', async () => {
    const world = await connectedWorld();
    (world.source as { attachments?: unknown }).attachments = undefined;
    const report = await world.connector.createInvoices({ tenantId, select });
    expect(report.problems).toMatchObject([{ code: 'attachments-unavailable', severity: 'warning' }]);
    expect(report.invoices).toMatchObject([{ outcome: 'exported', files: [] }]);
    await expect(world.connector.attachFiles({ tenantId, keys: [] })).rejects.toMatchObject({ code: 'input' });
  });
});

describe('a file that fails never fails or repeats the invoice, and no file is attached twice', () => {
  async function exported(world: ConnectedWorld) {
    const [invoice] = (await world.connector.createInvoices({ tenantId, select })).invoices;
    expect(invoice?.outcome).toBe('exported');
    return { keys: [invoice?.key ?? ''], outcomes: invoice?.files.map((each) => each.outcome) };
  }
  const again = async (world: ConnectedWorld, keys: readonly string[]) =>
    (await world.connector.attachFiles({ tenantId, keys })).flatMap((each) => each.files.map((file) => file.outcome));

  it('a second run finds what is there, also after our own state was lost', async () => {
    const world = await connectedWorld();
    const { keys } = await exported(world);
    expect(await again(world, keys)).toEqual(['already-attached', 'already-attached']);
    for (const item of world.source.account(accountId).items.values()) {
      if (item.kind !== 'term' && item.status === 'Invoiced') {
        world.source.account(accountId).items.set(`${item.kind}:${item.id}`, { ...item, status: 'Approved' });
      }
    }
    const forgetful = createWorld({ reuse: world, settings: (settings) => ({ ...settings, invoices: { attachFiles: true } }) });
    await forgetful.connect();
    const adopted = await forgetful.connector.createInvoices({ tenantId, select });
    expect(adopted.invoices).toMatchObject([{ outcome: 'exported', files: [{ outcome: 'already-attached' }, { outcome: 'already-attached' }] }]);
    expect(onDraft(world)).toBe(2);
    expect(world.fake.books.drafts).toHaveLength(1);
  });

  it('a refused file is sent again on wish, the other one is not', async () => {
    const world = await connectedWorld();
    world.fake.faults.next(posting, { kind: 'refusal', status: 400, errorCode: 2000, message: 'too large' });
    const { keys, outcomes } = await exported(world);
    expect(outcomes).toEqual(['failed', 'attached']);
    expect(await again(world, keys)).toEqual(['attached', 'already-attached']);
    expect(onDraft(world)).toBe(2);
  });

  it.each([
    ['after it was carried out', true, ['already-attached', 'already-attached']],
    ['before it was carried out', false, ['attached', 'already-attached']],
  ] as const)('an answer lost %s is in doubt until it can be told', async (_, committed, later) => {
    const world = await connectedWorld();
    world.fake.faults.next(posting, { kind: 'reset', committed });
    const { keys, outcomes } = await exported(world);
    expect(outcomes).toEqual(['in-doubt', 'attached']);
    if (!committed) {
      expect(await again(world, keys)).toEqual(['in-doubt', 'already-attached']);
    }
    world.clock.advance(17 * minute);
    expect(await again(world, keys)).toEqual(later);
    expect(await again(world, keys)).toEqual(['already-attached', 'already-attached']);
    expect(onDraft(world)).toBe(2);
  });

  it('of two workers at the same time one sends each file', async () => {
    const world = await connectedWorld(false);
    const { keys } = await exported(world);
    const both = await Promise.all([again(world, keys), again(world, keys)]);
    expect(both.flat().filter((outcome) => outcome === 'attached')).toHaveLength(2);
    expect(onDraft(world)).toBe(2);
  });

  it('after an undo the files stand on the new draft as well', async () => {
    const world = await connectedWorld();
    const { keys } = await exported(world);
    await world.connector.undo({ tenantId, keys, by: 'olga', note: 'wrong date' });
    const second = await exported(world);
    expect(second).toEqual({ keys, outcomes: ['attached', 'attached'] });
    expect(onDraft(world)).toBe(2);
    expect(await again(world, keys)).toEqual(['already-attached', 'already-attached']);
  });

  it('what a person took off in Visma stays off', async () => {
    const world = await connectedWorld();
    const { keys } = await exported(world);
    const draft = world.fake.books.drafts[0];
    const [first] = draft?.['SalesDocumentAttachments'] as string[];
    const { accessToken } = world.fake.authorize();
    await world.fake.fetch(`https://eaccountingapi.vismaonline.com/v2/salesdocumentattachments/customerinvoicedraft/${draft?.Id ?? ''}/${first ?? ''}`, { method: 'DELETE', headers: { authorization: `Bearer ${accessToken}` } });
    expect(onDraft(world)).toBe(1);
    expect(await again(world, keys)).toEqual(['already-attached', 'already-attached']);
    expect(onDraft(world)).toBe(1);
  });

  it('a draft that is gone, a file source that fails and a key of nobody are told, and undo nothing', async () => {
    const world = await connectedWorld(false);
    const { keys } = await exported(world);
    world.fake.person.deleteDraft(world.fake.books.drafts[0]?.Id ?? '');
    expect(await again(world, keys)).toEqual(['failed', 'failed']);
    await expect(world.connector.attachFiles({ tenantId, keys: ['nobody'] })).rejects.toMatchObject({ code: 'items-unknown' });
    const failing = await connectedWorld();
    (failing.source.attachments as { filesOf: unknown }).filesOf = () => Promise.reject(new Error('the archive is closed'));
    const report = await failing.connector.createInvoices({ tenantId, select });
    expect(report.invoices).toMatchObject([{ outcome: 'exported', files: [{ outcome: 'failed', message: 'the archive is closed' }] }]);
  });
});
