import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('a run during which Visma cannot tell for a while which company it is', () => {
  it('A6: stops and reports what was written before', async () => {
    const world = createWorld({ options: { batchSize: 1 } });
    await world.connect();
    const fetch: typeof world.fake.fetch = async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (url.includes('/companysettings') && world.fake.books.drafts.length > 0) return new Response('Bad gateway', { status: 502 });
      const answer = await world.fake.fetch(input, init);
      // Slow enough that the look of a minute ago does not count any more.
      if (init?.method === 'POST' && url.endsWith('/customerinvoicedrafts')) world.clock.advance(61_000);
      return answer;
    };
    const select = { customerIds: ['501', '503', '504'], kinds: ['time', 'term'] } as const;
    const { invoices, stopped } = await world.process({ fetch }).createInvoices({ tenantId, select });
    expect(stopped).toMatchObject({ code: 'company-unread', details: { status: 502 } });
    const written = invoices.filter(({ outcome }) => outcome === 'exported');
    expect(written).toHaveLength(world.fake.books.drafts.length);
    expect(written.length).toBeGreaterThan(0);
    expect(invoices).toContainEqual(expect.objectContaining({ outcome: 'skipped', reason: expect.objectContaining({ code: 'company-unread' }) as unknown }));

    world.clock.advance(3_600_000);
    const again = await world.connector.createInvoices({ tenantId, select });
    expect(again.invoices.map(({ outcome }) => outcome)).not.toContain('skipped');
    expect(world.fake.books.drafts.length).toBeGreaterThan(written.length);
  });
});
