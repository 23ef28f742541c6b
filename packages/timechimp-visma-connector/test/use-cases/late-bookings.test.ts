import { describe, expect, it } from 'vitest';
import { booking } from '../support/booking-world.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Invoice 9017 is booked with a lost answer and given up; Visma carries the booking out two hours after it was sent. */
async function givenUp(from: ConnectedWorld = createWorld()): Promise<ConnectedWorld> {
  const world = await booking(from);
  world.fake.faults.next('POST /customerledgeritems/customerledgeritemswithvoucher', { kind: 'late-commit', afterMs: 2 * hour, seen: 'reset' });
  const first = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
  expect(first.entries.map(({ outcome }) => outcome)).toEqual(['in-doubt']);
  for (let each = 0; each < 3; each += 1) {
    world.clock.advance(20 * minute);
    await world.connector.reconcile({ tenantId });
  }
  const { exports } = await world.connector.exportLog({ tenantId, kinds: ['sales-entry'] });
  expect(exports.map(({ state }) => state)).toEqual(['not-written']);
  return world;
}

/** A world in which Visma lists, once `show` is called, a customer invoice that a person has made there as number 2026-0017. */
function withInvoiceOfPerson(): { readonly world: ConnectedWorld; readonly show: () => void } {
  const from = createWorld();
  let isShown = false;
  const fetch: typeof from.fake.fetch = async (input, init) => {
    const answer = await from.fake.fetch(input, init);
    const url = decodeURIComponent(String(input instanceof Request ? input.url : input));
    if (!isShown || !/\/customerinvoices\?.*InvoiceNumber eq/.test(url)) return answer;
    const customer = from.fake.books.customers.find(({ CustomerNumber }) => CustomerNumber === '1001');
    const list = (await answer.json()) as { Meta: Record<string, unknown>; Data: unknown[] };
    const [made] = from.fake.books.invoices;
    const invoice = {
      ...made,
      Id: 'aaaaaaaa-2c13-42d0-bbef-855b0efbe271',
      VoucherId: 'bbbbbbbb-2c13-42d0-bbef-855b0efbe271',
      CustomerId: customer?.Id,
      InvoiceNumber: 20260017,
      InvoiceDate: '2026-03-20',
      TotalAmountInvoiceCurrency: 1231.09,
      TotalAmount: 1231.09,
      IsCreditInvoice: false,
    };
    return Response.json({ Meta: { ...list.Meta, TotalNumberOfResults: 1, TotalNumberOfPages: 1 }, Data: [invoice] });
  };
  return { world: createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } } }), show: () => (isShown = true) };
}

/** The codes of the alarms of the next reconcile, after Visma's late work was done. */
async function alarmsLater(world: ConnectedWorld): Promise<readonly string[]> {
  world.clock.advance(2 * hour);
  world.fake.settle();
  const report = await world.connector.reconcile({ tenantId });
  return report.alarms.map(({ code }) => code);
}

describe('A7: a late ledger item raises an alarm', () => {
  it('also where nobody books the invoice again', async () => {
    const world = await givenUp();
    expect(await alarmsLater(world)).toEqual(['late-document']);
    expect(world.fake.books.ledgerItems).toHaveLength(1);
  });

  it('where the invoice was booked again meanwhile: it is in the books twice', async () => {
    const world = await givenUp();
    const second = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(second.entries.map(({ outcome }) => outcome)).toEqual(['exported']);
    expect(await alarmsLater(world)).toEqual(['late-document']);
    expect(world.fake.books.ledgerItems.map(({ TotalAmountInvoiceCurrency }) => TotalAmountInvoiceCurrency)).toEqual([1231.09, 1231.09]);
  });

  it('also where the invoice was corrected before it was booked again, so that the totals differ', async () => {
    const world = await givenUp();
    const { invoices } = world.source.account('tc-4711');
    const invoice = invoices.get('9017');
    const [row] = invoice?.rows ?? [];
    if (!invoice || !row) throw new Error('no invoice');
    invoices.set('9017', { ...invoice, totalExTax: '950.00', total: '1149.50', rows: [row] });
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(await alarmsLater(world)).toEqual(['late-document']);
  });

  it('also where a customer invoice that a person made under its number was adopted meanwhile', async () => {
    const { world: from, show } = withInvoiceOfPerson();
    const world = await givenUp(from);
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] }, finish: 'final' });
    show();
    const again = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(again.entries).toMatchObject([{ outcome: 'exported', how: 'adopted', documents: { invoiceId: 'aaaaaaaa-2c13-42d0-bbef-855b0efbe271' } }]);
    expect(await alarmsLater(world)).toEqual(['late-document']);
    expect(world.fake.books.ledgerItems.filter(({ InvoiceNumber }) => InvoiceNumber === 20260017)).toHaveLength(1);
  });

  it('but not once it was adopted, nor where the one booking is our own, nor when the watch is over', async () => {
    const adopted = await givenUp();
    expect(await alarmsLater(adopted)).toEqual(['late-document']);
    const again = await adopted.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(again.entries).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
    expect(await alarmsLater(adopted)).toEqual([]);
    const booked = await givenUp();
    await booked.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect((await booked.connector.reconcile({ tenantId })).alarms).toEqual([]);
    booked.clock.advance(8 * 24 * hour);
    expect(await alarmsLater(booked)).toEqual([]);
  });
});
