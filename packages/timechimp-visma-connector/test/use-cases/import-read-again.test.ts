import { describe, expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('E: a list of customers that is read again because it changed', () => {
  it('reports what was created on the first reading as created, not as a conflict with itself', async () => {
    const from = createWorld({ pageSize: 22, account: { ...agency, customers: [] } });
    let gone = false;
    const fetch: typeof from.fake.fetch = (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (!gone && url.includes('/customers?') && /page=2(&|$)/.test(url)) {
        gone = true;
        from.fake.person.deleteCustomer('1001');
      }
      return from.fake.fetch(input, init);
    };
    const world = createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } }, pageSize: 22, account: { ...agency, customers: [] } });
    await world.connect();
    const report = await world.connector.importCustomers({ tenantId });
    expect(gone).toBe(true);
    // The deleted one too: it was made here on the first reading.
    expect(new Set(report.customers.filter(({ number }) => number !== '').map(({ outcome }) => outcome))).toEqual(new Set(['created', 'skipped']));
    expect(report.customers.find(({ number }) => number === '1001')).toMatchObject({ outcome: 'created' });
  });
});
