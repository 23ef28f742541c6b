import { describe, expect, it } from 'vitest';
import type { MemoryAccount } from '../../src/memory/source-tables.ts';
import type { SourceFile } from '../../src/ports/attachment-source.ts';
import { agency } from '../support/agency.ts';
import { booking } from '../support/booking-world.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const pdf: SourceFile = { id: 'f17', name: 'Factuur 2026-17.pdf', contentType: 'application/pdf', data: new TextEncoder().encode('%PDF-1') };
const sheet: SourceFile = { id: 's17', name: 'urenstaat.pdf', contentType: 'application/pdf', data: new TextEncoder().encode('%PDF-2') };
const account: MemoryAccount = { ...agency, files: { 'invoice:9017': [pdf, sheet] } };
const [uploading, linking] = ['POST /attachments', 'POST /attachmentlinks'];
const minute = 60_000;

async function bookingWorld(attachFiles: boolean, reuse?: ConnectedWorld): Promise<ConnectedWorld> {
  const world = createWorld(reuse ? { reuse } : { account });
  await booking(world, (settings) => ({ ...settings, salesEntries: { ...settings.salesEntries, attachFiles } }));
  world.fake.requests.clear();
  return world;
}

async function booked(world: ConnectedWorld) {
  const [entry] = (await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] })).entries;
  expect(entry?.outcome).toMatch(/exported/);
  return { keys: [entry?.key ?? ''], files: entry?.files ?? [], outcomes: entry?.files.map(({ outcome }) => outcome) };
}

async function again(world: ConnectedWorld, keys: readonly string[], preview = false) {
  return (await world.connector.attachFiles({ tenantId, keys, preview })).flatMap(({ files }) => files.map(({ outcome }) => outcome));
}

const onVoucher = (world: ConnectedWorld): number =>
  (world.fake.books.vouchers[0]?.['Attachments'] as { AttachmentIds: string[] } | undefined)?.AttachmentIds.length ?? 0;
const uploads = (world: ConnectedWorld): number => world.fake.requests.count(uploading);

describe('files of booked invoices', () => {
  it('are attached to the voucher, each once, and found there by a second run', async () => {
    const world = await bookingWorld(true);
    const { keys, files } = await booked(world);
    expect(files).toMatchObject([
      { outcome: 'attached', name: expect.stringMatching(/^Factuur 2026-17 [0-9a-f]{8}\.pdf$/) as string },
      { outcome: 'attached', name: expect.stringMatching(/^urenstaat [0-9a-f]{8}\.pdf$/) as string },
    ]);
    expect(onVoucher(world)).toBe(2);
    expect(await again(world, keys)).toEqual(['already-attached', 'already-attached']);
    expect((await booked(world)).outcomes).toEqual(['already-attached', 'already-attached']);
    expect([onVoucher(world), uploads(world)]).toEqual([2, 2]);
  });

  it('are off by default: no call more, and a preview only says what would be sent', async () => {
    const world = await bookingWorld(false);
    const { keys, files } = await booked(world);
    expect([files, uploads(world), world.fake.requests.count('GET /attachments')]).toEqual([[], 0, 0]);
    expect(await again(world, keys, true)).toEqual(['planned', 'planned']);
    expect([onVoucher(world), uploads(world)]).toEqual([0, 0]);
  });

  it('are not sent anew after our own store was lost', async () => {
    const world = await bookingWorld(true);
    await booked(world);
    const forgetful = await bookingWorld(true, world);
    expect((await booked(forgetful)).outcomes).toEqual(['already-attached', 'already-attached']);
    expect([onVoucher(world), world.fake.books.ledgerItems.length]).toEqual([2, 1]);
  });

  it('a file whose link was refused is not sent a second time: what hangs on no document is linked', async () => {
    const world = await bookingWorld(true);
    world.fake.faults.next(linking, { kind: 'refusal', status: 400, errorCode: 2000, message: 'not now' });
    const { keys, outcomes } = await booked(world);
    expect(outcomes).toEqual(['failed', 'attached']);
    expect(await again(world, keys)).toEqual(['attached', 'already-attached']);
    expect([onVoucher(world), uploads(world)]).toEqual([2, 2]);
  });

  it.each([
    ['of the file', 'before', uploading, false, 'attached', 3],
    ['of the file', 'after', uploading, true, 'attached', 2],
    ['of the link', 'before', linking, false, 'attached', 2],
    ['of the link', 'after', linking, true, 'already-attached', 2],
  ] as const)('an answer %s that is lost %s it was carried out is in doubt until it can be told; the file is there once', async (_, __, call, committed, later, sent) => {
    const world = await bookingWorld(true);
    world.fake.faults.next(call, { kind: 'reset', committed });
    const { keys, outcomes } = await booked(world);
    expect(outcomes).toEqual(['in-doubt', 'attached']);
    world.clock.advance(17 * minute);
    expect(await again(world, keys)).toEqual([later, 'already-attached']);
    expect(await again(world, keys)).toEqual(['already-attached', 'already-attached']);
    expect([onVoucher(world), uploads(world)]).toEqual([2, sent]);
  });

  it('of two workers at the same time one sends each file', async () => {
    const world = await bookingWorld(false);
    const { keys } = await booked(world);
    const both = await Promise.all([again(world, keys), again(world, keys)]);
    expect(both.flat().filter((outcome) => outcome === 'attached')).toHaveLength(2);
    expect(onVoucher(world)).toBe(2);
  });

  it('that fail never touch the booking', async () => {
    const world = await bookingWorld(true);
    (world.source.attachments as { filesOf: unknown }).filesOf = () => Promise.reject(new Error('the archive is closed'));
    expect((await booked(world)).files).toEqual([{ name: '', outcome: 'failed', message: 'the archive is closed' }]);
    expect(world.fake.books.ledgerItems).toHaveLength(1);
  });

  it('are warned about where the time-tracking side gives none', async () => {
    const world = await bookingWorld(true);
    (world.source as { attachments?: unknown }).attachments = undefined;
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'attachments-unavailable', severity: 'warning' }));
    expect(report.entries).toMatchObject([{ outcome: 'exported', files: [] }]);
  });
});
