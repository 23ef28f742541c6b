import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('E: an import where Visma does not tell its time', () => {
  it('loses nothing that changes while the pages are worked off', async () => {
    const from = createWorld({ pageSize: 5 });
    let changed = false;
    const fetch: typeof from.fake.fetch = async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (!url.includes('/customers?')) return from.fake.fetch(input, init);
      if (!changed && /page=4(&|$)/.test(url)) {
        changed = true;
        from.fake.person.editCustomer('1003', { EmailAddress: 'nieuw@klant.example' });
        // TimeChimp takes 100 writes a minute: a page takes its time.
        from.clock.advance(10 * 60_000);
      }
      const answer = await from.fake.fetch(input, init);
      const body = (await answer.json()) as { Meta: Record<string, unknown> };
      delete body.Meta['ServerTimeUtc'];
      return Response.json(body, { status: answer.status });
    };
    const world = createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } }, pageSize: 5 });
    await world.connect();
    await world.connector.importCustomers({ tenantId });
    from.clock.advance(24 * 3_600_000);
    const again = await world.connector.importCustomers({ tenantId });
    expect([again.mode, changed]).toEqual(['changed', true]);
    expect(again.customers.map(({ number }) => number)).toContain('1003');
  });
});
