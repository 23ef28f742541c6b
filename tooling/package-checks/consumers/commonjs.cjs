const assert = require('node:assert/strict');

for (const [entry, name] of [
  ['@x/billing-core', 'proposeInvoices'],
  ['@x/visma-eaccounting', 'createVismaClient'],
  ['@x/visma-eaccounting/oauth', 'createVismaOAuth'],
  ['@x/visma-eaccounting/oauth/loopback', 'connectOnThisMachine'],
  ['@x/visma-eaccounting/testing', 'createFakeVisma'],
  ['@x/timechimp-visma-connector', 'createConnector'],
  ['@x/timechimp-visma-connector/memory', 'createMemoryState'],
  ['@x/timechimp-visma-connector/scheduler', 'createScheduler'],
  ['@x/timechimp-visma-connector/timechimp', 'createTimeChimpSource'],
]) {
  assert.equal(typeof require(entry)[name], 'function', `${entry} must export ${name}`);
}
