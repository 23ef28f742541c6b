import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeVisma, manualClock } from '../../src/testing/index.ts';
import { fakeVismaHandlers } from '../../src/testing/msw.ts';

const fake = createFakeVisma({ clock: manualClock() });
const server = setupServer(...fakeVismaHandlers(fake));
const headers = { authorization: `Bearer ${fake.authorize().accessToken}`, 'content-type': 'application/json' };

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
});

afterAll(() => {
  server.close();
});

describe('the fake behind Mock Service Worker', () => {
  it('answers at the addresses of production', async () => {
    const page = (await (await fetch('https://eaccountingapi.vismaonline.com/v2/customers', { headers })).json()) as { Data: unknown[] };
    expect(page.Data).toHaveLength(25);
    const token = await fetch('https://identity.vismaonline.com/connect/token', { method: 'POST', body: new URLSearchParams() });
    expect(await token.json()).toEqual({ error: 'invalid_client' });
  });

  it('takes bodies', async () => {
    const [customer] = fake.books.customers;
    const body = JSON.stringify({ CustomerId: customer?.Id, EuThirdParty: false, RotReducedInvoicingType: 0, Rows: [] });
    const answer = await fetch(`${fake.apiUrl}/customerinvoicedrafts`, { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
    expect(fake.books.drafts).toHaveLength(1);
  });

  it('shows a network fault as a failed fetch', async () => {
    fake.faults.next('GET /units', { kind: 'reset', committed: false });
    await expect(fetch(`${fake.apiUrl}/units`, { headers })).rejects.toThrow(TypeError);
    expect((await fetch(`${fake.apiUrl}/units`, { headers })).status).toBe(200);
  });
});
