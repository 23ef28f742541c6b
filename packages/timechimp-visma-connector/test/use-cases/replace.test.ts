import type { Fault } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import { accountId, createWorld, stateText, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';
import { dyingProcess } from '../support/dying-process.ts';

const deletion = 'DELETE /customerinvoicedrafts/{customerInvoiceDraftId}';
const creation = 'POST /customerinvoicedrafts';
const by = { by: 'sanne', note: 'wrong minutes' } as const;

/** Exported drafts of these customers; all four where none is named. */
async function exported(customerIds: readonly string[] = ['501'], options: WorldOptions = {}) {
  const world = createWorld(options);
  await world.connect();
  const { invoices } = await world.connector.createInvoices({ tenantId, select: { customerIds } });
  const keys = invoices.map(({ key }) => key);
  return { world, keys, key: keys[0] ?? '', invoices, request: { tenantId, keys, ...by } };
}

function edit(world: ConnectedWorld, key: string, change: object): void {
  const { items } = world.source.account(accountId);
  const item = items.get(key);
  if (item) items.set(key, { ...item, ...change });
}

const correct = (world: ConnectedWorld): void => { edit(world, 'time:2', { minutes: 480 }); };

function statuses(world: ConnectedWorld, ...keys: string[]): string[] {
  return keys.map((key) => {
    const item = world.source.account(accountId).items.get(key);
    return item && item.kind !== 'term' ? item.status : '';
  });
}

const of501 = ['time:1', 'time:2', 'time:3', 'expense:1', 'expense:2', 'mileage:1'];

describe('A12: replace', () => {
  it('previews the new figures and what changes, then replaces the draft by just that; the items stay invoiced', async () => {
    const { world, key, request } = await exported();
    correct(world);
    const before = stateText(world);
    const preview = await world.connector.replace({ ...request, preview: true });
    expect(preview.drafts).toMatchObject([{ key, outcome: 'planned', reason: null, problems: [] }]);
    expect(preview.drafts[0]?.totals?.totalAmount).toBe(preview.drafts[0]?.proposal?.totalAmount);
    expect(preview.drafts[0]?.changes).toContainEqual({ field: 'TotalAmount', expected: '1172.14', actual: preview.drafts[0]?.proposal?.totalAmount });
    expect(preview.drafts[0]?.changes.map(({ field }) => field)).toEqual(['TotalAmount', 'TotalVatAmount', expect.stringMatching(/^Rows\[\d\]$/)]);
    expect([stateText(world), world.fake.books.drafts.length]).toEqual([before, 1]);
    const [old] = world.fake.books.drafts;
    const report = await world.connector.replace({ ...request, expect: preview.expect });
    expect(report.drafts).toMatchObject([{ outcome: 'exported', how: 'written', reason: null }]);
    expect(world.fake.books.drafts).toHaveLength(1);
    expect(world.fake.books.drafts[0]?.Id).not.toBe(old?.Id);
    expect(world.fake.books.drafts[0]?.Id).toBe(report.drafts[0]?.documents.draftId);
    expect(world.fake.books.drafts[0]?.TotalAmount.toFixed(2)).toBe(preview.drafts[0]?.proposal?.totalAmount);
    expect(new Set(statuses(world, ...of501))).toEqual(new Set(['Invoiced']));
    expect((await world.connector.undo(request)).outcomes).toMatchObject([{ outcome: 'undone' }]);
    expect([world.fake.books.drafts, new Set(statuses(world, ...of501))]).toEqual([[], new Set(['Approved'])]);
  });

  it("takes today's settings and prices, also for a fixed price and a subscription, each once", async () => {
    const { world, keys, request } = await exported(['501', '502', '503', '504']);
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, invoices: { ...settings.invoices, ourReference: 'Sanne' } } });
    const report = await world.connector.replace(request);
    expect(report.drafts.map(({ key, outcome, changes }) => [key, outcome, changes.map(({ field }) => field)])).toEqual(
      keys.map((key) => [key, 'exported', ['OurReference']]),
    );
    expect(world.fake.books.drafts.map((draft) => [draft.TotalAmount, draft['OurReference']])).toEqual([[1172.14, 'Sanne'], [206.27, 'Sanne'], [3025, 'Sanne'], [360.58, 'Sanne']]);
    expect((await world.connector.createInvoices({ tenantId, select: {} })).invoices).toEqual([]);
  });

  it('changes nothing where nothing changed, and what the preview did not show is stale', async () => {
    const { world, request } = await exported();
    expect((await world.connector.replace(request)).drafts).toMatchObject([{ outcome: 'already-exported', changes: [] }]);
    const { expect: shown } = await world.connector.replace({ ...request, preview: true });
    correct(world);
    expect((await world.connector.replace({ ...request, expect: shown })).drafts).toMatchObject([{ outcome: 'stale', reason: { code: 'preview-outdated' } }]);
    expect(world.fake.books.drafts.map(({ TotalAmount }) => TotalAmount)).toEqual([1172.14]);
  });

  it.each<[string, 'refused' | 'skipped' | 'stale', string, (world: ConnectedWorld, draftId: string) => unknown]>([
    ['an item is gone', 'refused', 'other-items', (world) => world.source.account(accountId).items.delete('time:2')],
    ['an item went to another customer', 'refused', 'other-items', (world) => { edit(world, 'time:2', { customerId: '504' }); }],
    ['somebody re-opened an item', 'refused', 'other-items', (world) => { edit(world, 'time:2', { status: 'Open' }); }],
    ['somebody took the mark off an item', 'stale', 'source-changed', (world) => { edit(world, 'time:2', { status: 'Approved' }); }],
    ['a person worked on the draft', 'skipped', 'draft-edited', (world, id) => world.fake.person.editDraft(id, { YourReference: 'INK-119' })],
    ['a person deleted the draft', 'skipped', 'draft-gone', (world, id) => { world.fake.person.deleteDraft(id); }],
    ['a person finalised the draft', 'skipped', 'draft-gone', (world, id) => world.fake.person.convertDraft(id)],
    ['a person copied the draft', 'skipped', 'several-matches', (world, id) => world.fake.person.copyDraft(id)],
  ])('refused with its reason when %s, in the preview too; nothing is deleted or written', async (_what, outcome, code, happens) => {
    const { world, invoices, request } = await exported();
    edit(world, 'time:1', { minutes: 30 });
    await happens(world, invoices[0]?.documents.draftId ?? '');
    const books = JSON.stringify([world.fake.books.drafts, world.fake.books.invoices]);
    for (const preview of [true, false]) {
      const { drafts } = await world.connector.replace({ ...request, preview });
      const reason = drafts[0]?.reason?.code === 'several-matches' ? 'several-matches' : code;
      expect(drafts, String(preview)).toMatchObject([{ outcome, reason: { code: reason } }]);
      expect(JSON.stringify([world.fake.books.drafts, world.fake.books.invoices])).toBe(books);
    }
    expect(statuses(world, 'time:1')).toEqual(['Invoiced']);
  });

  it('refused for final invoices, what was taken back, and with all errors of the new proposal; unknown keys by name', async () => {
    const final = createWorld();
    await final.connect();
    const { invoices } = await final.connector.createInvoices({ tenantId, select: { customerIds: ['501'] }, finish: 'final' });
    const request = { tenantId, keys: invoices.map(({ key }) => key), ...by };
    expect((await final.connector.replace(request)).drafts).toMatchObject([{ outcome: 'refused', reason: { code: 'cannot-replace', message: expect.stringContaining('final') as string } }]);
    const { world, request: other } = await exported();
    const article = world.fake.books.articles.find(({ Number }) => Number === 'UREN-H');
    world.fake.person.deactivateArticle(article?.Id ?? '');
    const { drafts } = await world.connector.replace(other);
    expect(drafts).toMatchObject([{ outcome: 'refused', documents: { draftId: world.fake.books.drafts[0]?.Id } }]);
    expect(drafts[0]?.problems.map(({ severity }) => severity)).toContain('error');
    await world.connector.undo(other);
    expect((await world.connector.replace(other)).drafts).toMatchObject([{ outcome: 'refused', reason: { code: 'cannot-replace' } }]);
    await expect(world.connector.replace({ ...other, keys: ['invoice:unknown'] })).rejects.toMatchObject({ code: 'items-unknown' });
  });

  it('refused for a sales entry: the report says what to do instead', async () => {
    const world = createWorld();
    await world.connect();
    const { settings, suggestions } = await world.connector.readSettings({ tenantId });
    const codes = Object.fromEntries(suggestions.flatMap(({ at, value }) => (at.startsWith('vat.codes.') ? [[at.slice('vat.codes.'.length), String(value)]] : [])));
    await world.connector.saveSettings({ tenantId, settings: { ...settings, vat: { ...settings.vat, codes } } });
    const { entries } = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const report = await world.connector.replace({ tenantId, keys: entries.map(({ key }) => key), ...by });
    expect(report.drafts).toMatchObject([{ outcome: 'refused', reason: { code: 'cannot-replace', message: expect.stringContaining('credit invoice') as string } }]);
  });

  it('tells its progress, and stops where it is told to', async () => {
    const { world, request } = await exported(['501', '502', '503', '504']);
    correct(world);
    world.events.length = 0;
    await world.connector.replace(request);
    expect(world.events.map(({ type }) => type)).toEqual(['started', ...Array<string>(4).fill('progress'), ...[1, 2, 3, 4].flatMap(() => ['item', 'progress']), 'finished']);
    expect(world.events.at(-1)).toMatchObject({ useCase: 'replace', counts: { exported: 1, 'already-exported': 3 } });
    const abort = new AbortController();
    abort.abort();
    await expect(world.connector.replace({ ...request, signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('never sees the exports of another tenant', async () => {
    const { world, request } = await exported();
    await expect(world.connector.replace({ ...request, tenantId: 'other' })).rejects.toMatchObject({ code: 'not-connected' });
  });

  it('a replaced draft gets the files of its items anew', async () => {
    const { world, request } = await exported(['501'], { settings: (settings) => ({ ...settings, invoices: { ...settings.invoices, attachFiles: true } }) });
    expect(request.keys).toHaveLength(1);
    world.source.account(accountId).files.set('time:1', [{ id: 'f1', name: 'bon.pdf', contentType: 'application/pdf', data: new Uint8Array([1, 2]) }] as never);
    await world.connector.attachFiles({ tenantId, keys: request.keys });
    correct(world);
    const { drafts } = await world.connector.replace(request);
    expect(drafts).toMatchObject([{ outcome: 'exported', files: [{ outcome: 'attached' }] }]);
    expect((world.fake.books.drafts[0]?.['SalesDocumentAttachments'] as unknown[]).length).toBe(1);
  });
});

/** Until nothing is unfinished: what a nightly run would do. */
async function settle(world: ConnectedWorld): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    world.clock.advance(20 * 60_000);
    await world.connector.reconcile({ tenantId });
  }
}

async function expectOneDraft(world: ConnectedWorld, key: string): Promise<void> {
  const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
  expect(exports).toMatchObject([{ key, state: 'exported' }]);
  expect(exports[0]?.replacement ?? null).toBeNull();
  expect(world.fake.books.drafts.map(({ Id }) => Id)).toEqual([exports[0]?.documents.draftId]);
  expect([1172.14, 1200.88]).toContain(world.fake.books.drafts[0]?.TotalAmount);
  expect(new Set(statuses(world, ...of501))).toEqual(new Set(['Invoiced']));
}

describe('A12: faults while a draft is replaced: never two drafts, nothing lost', () => {
  const faults: readonly (readonly [string, string, Fault])[] = [deletion, creation].flatMap((operation) => [
    [operation, 'reset before commit', { kind: 'reset', committed: false }] as const,
    [operation, 'reset after commit', { kind: 'reset', committed: true }] as const,
    [operation, 'refused', { kind: 'refuse' }] as const,
    [operation, '429', { kind: 'rate-limit', seconds: 2 }] as const,
    [operation, '500 before commit', { kind: 'server-error', status: 500, committed: false }] as const,
    [operation, '502 after commit', { kind: 'server-error', status: 502, committed: true }] as const,
  ]);

  it.each(faults)('%s: %s', async (operation, _what, fault) => {
    const { world, key, request } = await exported();
    correct(world);
    world.fake.faults.next(operation, fault);
    await world.connector.replace(request);
    expect(world.fake.books.drafts.length).toBeLessThan(2);
    await settle(world);
    await expectOneDraft(world, key);
    expect((await world.connector.replace(request)).drafts).toMatchObject([{ outcome: expect.stringMatching(/exported$/) as string }]);
    await settle(world);
    await expectOneDraft(world, key);
    expect(world.fake.books.drafts[0]?.TotalAmount).toBe(1200.88);
  });

  it('the process killed at every call of the store and of Visma', async () => {
    const living = await exported();
    correct(living.world);
    const all = dyingProcess(living.world, { at: 0, moment: 'before' });
    await living.world.process(all).replace(living.request);
    expect(all.calls.length).toBeGreaterThan(20);
    for (const [index, call] of all.calls.entries()) {
      // A read changes nothing: to die after it is to die after the call before.
      if (/\.(load|get|list|find)/.test(call)) continue;
      const { world, key, request } = await exported();
      correct(world);
      await world.process(dyingProcess(world, { at: index + 1, moment: 'after' })).replace(request).catch(() => undefined);
      expect(world.fake.books.drafts.length).toBeLessThan(2);
      await settle(world);
      await expectOneDraft(world, key);
    }
  });
});
