import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('paymentStatus of an invoice that a person voided', () => {
  it('does not call it paid: nobody paid 3,025.00', async () => {
    const world = createWorld();
    await world.connect();
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] }, finish: 'final' });
    expect(report.invoices.map((each) => each.outcome)).toEqual(['exported']);
    world.fake.person.voidInvoice(world.fake.books.invoices[0]?.Id ?? '');
    expect(await world.connector.drift({ tenantId })).toMatchObject([{ outcome: 'document-reversed' }]);
    const { items } = await world.connector.paymentStatus({ tenantId });
    expect(items).toMatchObject([{ changed: true, payment: { status: 'reversed', remaining: '0.00' } }]);
    world.clock.advance(60 * 24 * 3_600_000);
    const later = await world.connector.paymentStatus({ tenantId });
    expect(later.items.map(({ payment }) => payment.status)).not.toContain('overdue');
  });
});
