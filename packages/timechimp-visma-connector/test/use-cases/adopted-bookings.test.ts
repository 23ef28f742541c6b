import type { Invoice } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { agency, invoices } from '../support/agency.ts';
import { booking } from '../support/booking-world.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const [sent] = invoices as readonly [Invoice, Invoice];
const second = { ...sent, id: '9019', companyInvoiceId: 19 };

/** Invoice 9017 is booked with revenue on 8000, our state is lost, and revenue goes to 8010 from then on. */
async function bookedUnderOtherSettings(): Promise<ConnectedWorld> {
  const world = await booking(createWorld({ account: { ...agency, invoices: [sent, second] } }));
  await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
  return booking(createWorld({ reuse: world.loseState() }), (settings) => ({ ...settings, accounts: { ...settings.accounts, revenue: 8010 } }));
}

describe('A11: same customer and total is adopted without writing', () => {
  it('also where the voucher has other rows than we would make now', async () => {
    const world = await bookedUnderOtherSettings();
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9019'] });
    expect(report.entries.map(({ outcome, how }) => [outcome, how])).toEqual([['exported', 'adopted'], ['exported', 'written']]);
    expect(world.fake.books.ledgerItems).toHaveLength(2);
  });

  it('C2: and the first one that is written goes alone and is read back', async () => {
    const world = await bookedUnderOtherSettings();
    world.fake.requests.clear();
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9019'] });
    expect(world.fake.requests.count('GET /vouchers/{fiscalyearId}/{voucherId}')).toBe(1);
  });

  it('and stays so: neither reconcile nor drift finds anything about it', async () => {
    const world = await bookedUnderOtherSettings();
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(await world.connector.reconcile({ tenantId })).toMatchObject({ outcomes: [], alarms: [] });
    expect(await world.connector.drift({ tenantId })).toEqual([]);
  });
});

describe('A11: the same number otherwise is a conflict', () => {
  it('C2: of that one invoice: nothing was sent for it, so that the next one goes alone', async () => {
    const world = await bookedUnderOtherSettings();
    const [row] = sent.rows;
    if (!row) throw new Error('no row');
    world.source.account('tc-4711').invoices.set('9017', { ...sent, totalExTax: '950.00', total: '1149.50', rows: [row] });
    world.fake.requests.clear();
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9019'] });
    expect(report.entries.map(({ outcome, how }) => [outcome, how ?? null])).toEqual([['held', null], ['exported', 'written']]);
    expect(world.fake.requests.count('GET /vouchers/{fiscalyearId}/{voucherId}')).toBe(1);
  });
});
