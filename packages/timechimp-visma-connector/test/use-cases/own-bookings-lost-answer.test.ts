import { describe, expect, it } from 'vitest';
import { booking } from '../support/booking-world.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const minute = 60_000;

/**
 * A world in which the answer to the first booking is lost, of which Visma keeps the revenue on `account`. Where `isCutOff`,
 * Visma is not to be reached after that for half an hour.
 */
async function lostAnswer(account: number, isCutOff = false): Promise<ConnectedWorld> {
  const from = createWorld();
  let armed = true;
  let reachedFrom = 0;
  const fetch: typeof from.fake.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (from.clock.now() < reachedFrom) throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) });
    if (!armed || init?.method !== 'POST' || !url.includes('customerledgeritemswithvoucher')) return from.fake.fetch(input, init);
    armed = false;
    reachedFrom = isCutOff ? from.clock.now() + 30 * minute : 0;
    const body = JSON.parse(init.body as string) as { Voucher: { Rows: Record<string, unknown>[] } };
    const rows = body.Voucher.Rows.map((row) => (row['AccountNumber'] === 8000 ? { ...row, AccountNumber: account } : row));
    const answer = await from.fake.fetch(input, { ...init, body: JSON.stringify({ ...body, Voucher: { ...body.Voucher, Rows: rows } }) });
    expect(answer.status).toBeLessThan(300);
    throw new TypeError('terminated', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
  };
  return booking(createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } } }));
}

describe('C2, A11: a booking of our own whose answer was lost is compared row by row, as every other one', () => {
  it('kept otherwise than it was sent, it is held with both rows, and a recheck finds the same', async () => {
    const world = await lostAnswer(8010);
    const { entries } = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const held = { outcome: 'held', reason: { code: 'differs' } };
    expect(entries).toMatchObject([held]);
    const sentRows = entries[0]?.differences.map(({ expected }) => expected).filter((row) => row.startsWith('account'));
    expect(sentRows).toEqual([expect.stringContaining('account 8000'), expect.stringContaining('account 8000')]);
    const recheck = { tenantId, key: entries[0]?.key ?? '', as: 'recheck', by: 'sanne', note: 'test' } as const;
    expect(await world.connector.settle(recheck)).toMatchObject(held);
    expect(world.fake.books.vouchers).toHaveLength(1);
  });

  it('also where it is found by a later look-up of reconcile', async () => {
    const world = await lostAnswer(8010, true);
    const { entries } = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(entries).toMatchObject([{ outcome: 'in-doubt' }]);
    world.clock.advance(30 * minute);
    await world.connector.reconcile({ tenantId });
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['sales-entry'] });
    expect(exports).toMatchObject([{ state: 'held', reason: { code: 'differs' } }]);
  });

  it('kept as it was sent, it is adopted', async () => {
    const world = await lostAnswer(8000);
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(report.entries).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
  });
});
