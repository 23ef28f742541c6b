import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('tieOut of a draft of March that a person made final in April', () => {
  it('counts it in the month of the books, once, and as ours', async () => {
    const world = createWorld();
    await world.connect();
    const made = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] }, invoiceDate: '2026-03-31' });
    expect(made.invoices.map((each) => [each.outcome, each.invoiceDate])).toEqual([['exported', '2026-03-31']]);
    world.fake.person.convertDraft(world.fake.books.drafts[0]?.Id ?? '', { invoiceDate: '2026-04-02' });
    world.clock.advance(3 * 24 * 3_600_000);
    await world.connector.reconcile({ tenantId });
    const [march, april] = await Promise.all([
      world.connector.tieOut({ tenantId, from: '2026-03-01', to: '2026-03-31' }),
      world.connector.tieOut({ tenantId, from: '2026-04-01', to: '2026-04-30' }),
    ]);
    expect(march.customers).toEqual([]);
    expect(april.customers).toMatchObject([{ exported: '3025.00', booked: '3025.00', difference: '0.00', onlyInVisma: [], missingInVisma: [] }]);
    expect([...march.unfinished, ...april.unfinished]).toEqual([]);
  });
});
