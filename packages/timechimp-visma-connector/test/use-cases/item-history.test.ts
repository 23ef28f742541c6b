import { describe, expect, it } from 'vitest';
import { liveStates, freeStates, type ExportRecord } from '../../src/ports/export-record.ts';
import { exportedDocuments, exportSentence } from '../../src/use-cases/export-sentence.ts';
import { exportOf } from '../sql/records.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const hour = { kind: 'time', id: '1' } as const;

async function connectedWorld(): Promise<ConnectedWorld> {
  const world = createWorld();
  await world.connect();
  return world;
}

describe('itemHistory', () => {
  it('tells that nothing happened to an hour yet', async () => {
    const { connector } = await connectedWorld();
    expect(await connector.itemHistory({ tenantId, item: hour })).toEqual({
      item: hour,
      exports: [],
      note: null,
      text: 'time:1\n  It was never part of an export, and nothing keeps it out.',
    });
  });

  it('tells of an hour that was exported, taken back and exported again, the export that holds it first', async () => {
    const world = await connectedWorld();
    const run = () => world.connector.createInvoices({ tenantId, select: { refs: [hour] } });
    const first = await run();
    const key = first.invoices[0]?.key ?? '';
    world.clock.advance(60_000);
    await world.connector.undo({ tenantId, keys: [key], by: 'sanne', note: 'wrong month' });
    const undone = await world.connector.itemHistory({ tenantId, item: hour });
    expect(undone.exports).toMatchObject([{ key, state: 'undone', holds: false, source: { mark: 'restored', previousStatus: 'Approved' } }]);
    expect(undone.text).toContain('Taken back');
    expect(undone.text).toContain('At the source it is Approved again.');
    world.clock.advance(60_000);
    const second = await run();
    const now = await world.connector.itemHistory({ tenantId, item: hour });
    const [holder] = now.exports;
    const draftId = second.invoices[0]?.documents.draftId;
    expect(holder).toMatchObject({ state: 'exported', holds: true, sentence: 'The draft invoice is in Visma.' });
    expect(holder?.documents).toEqual([{ what: 'draft', id: draftId, path: `/customerinvoicedrafts/${draftId ?? ''}` }]);
    expect(holder?.steps[0]).toMatch(/^2026-04-01 10:00:0\d {2}claimed/);
    expect(holder?.steps.join('\n')).toContain('wrong month');
    expect(now.text.split('\n')[1]).toContain(holder?.mark);
  });

  it('names the invoice and its voucher once the draft became one, and no draft', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: { refs: [hour] }, finish: 'final' });
    const { exports } = await world.connector.itemHistory({ tenantId, item: hour });
    expect(exports[0]?.documents.map(({ what }) => what)).toEqual(['invoice', 'voucher']);
    expect(exports[0]?.documents[0]?.id).toBe(world.fake.books.invoices[0]?.Id);
  });

  it('tells why an hour is kept out', async () => {
    const world = await connectedWorld();
    await world.connector.ignoreItems({ tenantId, refs: [hour], by: 'sanne', note: 'courtesy' });
    const { note, text } = await world.connector.itemHistory({ tenantId, item: hour });
    expect(note).toMatchObject({ kind: 'ignored', note: 'courtesy' });
    expect(text).toMatch(/On the ignore list since 2026-04-01 10:00:\d\d, by sanne: courtesy/);
  });

  it('answers after a disconnect, without a request, and refuses a tenant that was never connected', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: { refs: [hour] } });
    await world.connector.disconnect({ tenantId });
    const requests = world.fake.requests.count();
    expect((await world.connector.itemHistory({ tenantId, item: hour })).exports).toHaveLength(1);
    expect(world.fake.requests.count()).toBe(requests);
    await expect(world.connector.itemHistory({ tenantId: 'nobody', item: hour })).rejects.toMatchObject({ code: 'not-connected' });
  });
});

describe('exportSentence', () => {
  it.each([...liveStates, ...freeStates])('has a sentence for %s, with the reason where one belongs to it', (state) => {
    const record: ExportRecord = exportOf('k', ['1'], { state });
    expect(exportSentence(record)).toMatch(/^[A-Z].*\.$/);
    const stopped = exportSentence({ ...record, reason: { code: 'x', message: 'The total differs.' } });
    expect(stopped.endsWith('The total differs.')).toBe(['held', 'draft-missing', 'stored', ...freeStates].includes(state));
  });

  it('names every document of a booking and of a customer', () => {
    const booking = exportOf('k', ['1'], { kind: 'sales-entry', documents: { ledgerItemId: 'a', voucherId: 'b' } });
    expect(exportedDocuments(booking).map(({ path }) => path)).toEqual(['/customerledgeritems/a', '/vouchers/b']);
    expect(exportedDocuments(exportOf('k', [], { kind: 'customer', documents: { customerId: 'c' } }))).toEqual([{ what: 'customer', id: 'c', path: '/customers/c' }]);
  });
});
