import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('E, A8: a filter that Visma refuses with a 400, whatever the error code in it', () => {
  it.each([2000, 4001, 4002, 5000])('is remembered and answered by a full scan (ErrorCode %i)', async (ErrorCode) => {
    const from = createWorld();
    const fetch: typeof from.fake.fetch = (input, init) => {
      const url = decodeURIComponent(String(input instanceof Request ? input.url : input));
      return url.includes('/customers?') && url.includes('ChangedUtc')
        ? Promise.resolve(Response.json({ ErrorCode, DeveloperErrorMessage: 'Filtering on ChangedUtc is not supported.', ErrorId: 'x' }, { status: 400 }))
        : from.fake.fetch(input, init);
    };
    const world = createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } } });
    await world.connect();
    await world.connector.importCustomers({ tenantId });
    const again = await world.connector.importCustomers({ tenantId }).then(({ mode }) => mode, String);
    expect(again).toBe('full');
  });
});
