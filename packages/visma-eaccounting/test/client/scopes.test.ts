import { expect, it } from 'vitest';
import { createVismaClient, operationScopes, PermissionError, staticToken } from '../../src/index.ts';
import { createFakeVisma, manualClock } from '../../src/testing/index.ts';
import { rejection } from './scripted.ts';

it('every operation has its scopes; two need none', () => {
  const entries = Object.entries(operationScopes);
  expect(entries).toHaveLength(228);
  expect(entries.filter(([, scopes]) => scopes.length === 0).map(([name]) => name)).toEqual(['GET /warmup_wnkq2yfuzq', 'POST /supplierinvoices/transactionalcosts']);
  expect(entries.flatMap(([, scopes]) => scopes).every((scope) => /^ea:(sales|accounting|purchase)(_readonly)?$/.test(scope))).toBe(true);
});

it('a refusal for want of a scope names an operation of the table', async () => {
  const fake = createFakeVisma({ clock: manualClock() });
  const { accessToken } = fake.authorize({ scopes: ['ea:api', 'ea:sales_readonly'] });
  const client = createVismaClient({ auth: staticToken(accessToken), fetch: fake.fetch, rateLimiter: false });
  expect((await client.customers.list()).items.length).toBeGreaterThan(0);
  const error = await rejection(client.vouchers.list());
  expect(error).toBeInstanceOf(PermissionError);
  const { operation } = error as PermissionError & { operation: keyof typeof operationScopes };
  expect(operationScopes[operation]).toEqual(['ea:accounting', 'ea:accounting_readonly']);
});
