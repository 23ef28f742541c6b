import { describe, expect, it } from 'vitest';
import { accountId, createWorld, tenantId } from '../support/connected-world.ts';

describe('A12: replace keeps a draft on which a person filled in what we had left empty', () => {
  it.each([
    ['OurReference', '501', { OurReference: 'PO 4711' }],
    ['YourReference where we sent none', '502', { YourReference: 'PO 4711' }],
    ['DueDate', '501', { DueDate: '2026-06-30' }],
    ['DeliveryAddress1', '501', { DeliveryAddress1: 'Bouwplaats 7' }],
    ['another address', '501', { InvoiceAddress1: 'Postbus 7' }],
    ['the recipient', '501', { InvoiceCustomerName: 'Molenaar t.a.v. inkoop' }],
  ] as const)('%s', async (_, customerId, change) => {
    const world = createWorld();
    await world.connect();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: { customerIds: [customerId] } });
    const id = invoices[0]?.documents.draftId ?? '';
    world.fake.person.editDraft(id, change);
    expect(world.fake.books.drafts[0]).toMatchObject(change);
    const { items } = world.source.account(accountId);
    const key = customerId === '501' ? 'time:1' : 'time:5';
    items.set(key, { ...items.get(key)!, minutes: 30 } as never);
    const { drafts } = await world.connector.replace({ tenantId, keys: invoices.map((each) => each.key), by: 'sanne', note: 'minutes' });
    expect(drafts).toMatchObject([{ outcome: 'skipped', reason: { code: 'draft-edited' } }]);
    expect(world.fake.books.drafts[0]).toMatchObject({ Id: id, ...change });
  });
});
