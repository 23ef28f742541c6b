import { createTimeChimpSource } from '@x/timechimp-visma-connector/timechimp';
import { exampleAccount, startFakeTimeChimp } from '@x/timechimp-visma-connector/timechimp/testing';
import { describe, expect, it } from 'vitest';
import { acme, keys } from './setup.ts';

const item = { ref: { kind: 'time' as const, id: '101' }, expected: 'Approved' as const };

describe('over a real socket', () => {
  it('the fake serves both APIs, and a broken connection is as unknown as in life', async () => {
    const server = await startFakeTimeChimp({ data: exampleAccount });
    try {
      const { baseUrl, v1BaseUrl, fake } = server;
      const source = createTimeChimpSource({ accountId: acme, ...keys, baseUrl, v1BaseUrl: `${v1BaseUrl}/` });
      expect((await source.customers.page(acme, { limit: 10 })).items).toHaveLength(4);
      expect((await source.invoices.get(acme, ['401']))[0]?.companyInvoiceId).toBe(17);
      fake.faults.next('PUT /times/status', { kind: 'reset', committed: false });
      await expect(source.work.setStatus(acme, { items: [item], to: 'Invoiced', startBefore: Infinity })).rejects.toMatchObject({ delivery: 'unknown' });
      fake.faults.next('PUT /times/status', { kind: 'reset', committed: true });
      expect(await source.work.setStatus(acme, { items: [item], to: 'Invoiced', startBefore: Infinity })).toMatchObject([{ outcome: 'set' }]);
    } finally {
      await server.close();
    }
  });

  it('a server that is not there is not-sent', async () => {
    const server = await startFakeTimeChimp();
    await server.close();
    const source = createTimeChimpSource({ accountId: acme, ...keys, baseUrl: server.baseUrl, maxRetries: 0 });
    await expect(source.customers.page(acme, { limit: 10 })).rejects.toMatchObject({ code: 'network', delivery: 'not-sent' });
  });
});
