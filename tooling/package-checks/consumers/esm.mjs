import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as core from '@x/billing-core';
import * as visma from '@x/visma-eaccounting';
import * as oauth from '@x/visma-eaccounting/oauth';
import * as connector from '@x/timechimp-visma-connector';
import * as memory from '@x/timechimp-visma-connector/memory';
import * as scheduler from '@x/timechimp-visma-connector/scheduler';

// The core, on data of its own.
const { proposals, excluded, problems } = core.proposeInvoices(
  { items: [], customers: [], projects: [], activities: [] },
  {
    currencyCode: 'EUR',
    rounding: 'perLine',
    grouping: { time: 'activity', expense: 'product', mileage: 'ride' },
    split: [],
    vat: { scheme: 'normal', countryCode: 'NL', rates: [] },
    articles: { defaults: {} },
    approval: 'internal',
  },
);
assert.deepEqual([proposals, excluded, problems], [[], [], []]);

// The client refuses bad input before any request, with an error that both copies of the package recognise.
const client = visma.createVismaClient({
  auth: visma.staticToken('token'),
  fetch: () => assert.fail('a request was sent for input that is wrong'),
});
const refused = await client.customers.create({ Name: 'x'.repeat(51) }).catch((error) => error);
assert.ok(refused instanceof visma.InvalidInputError, String(refused));
if (!process.argv[1]?.endsWith('bundled.mjs')) {
  const commonjs = createRequire(import.meta.url)('@x/visma-eaccounting');
  assert.ok(refused instanceof commonjs.InvalidInputError, 'instanceof must hold over two copies');
}

assert.equal(typeof oauth.createVismaOAuth, 'function');
assert.equal(typeof connector.createConnector, 'function');
assert.equal(typeof memory.createMemoryState, 'function');
assert.equal(typeof scheduler.createScheduler, 'function');
