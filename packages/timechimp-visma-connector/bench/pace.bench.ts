import type { TimeEntry } from '@x/billing-core';
import { createPacedLimiter } from '@x/visma-eaccounting';
import { createFakeVisma } from '@x/visma-eaccounting/testing';
import { exactRow, report } from '../../../tooling/bench/measure.ts';
import { accountId, sourceOf } from '../sim/items.ts';
import { readMasterIds } from '../sim/master-ids.ts';
import { invoicePlan } from '../sim/plans.ts';
import { company } from '../sim/world.ts';
import { createExportEngine } from '../src/export/create-engine.ts';
import { createMemorySource, createMemoryState } from '../src/memory/index.ts';
import { createConnectorClient } from '../src/visma/client.ts';
import { createInvoiceDriver } from '../src/visma/invoice-driver.ts';
import { virtualTime } from '../test/support/virtual-time.ts';

/** What the API allows per client and endpoint. */
const allowedPerMinute = 600;
/** Invoices of the run, on one simulated clock for engine, client, limiter and server. */
const count = 1000;
/** Milliseconds that a call takes there and back. */
const latencies = [200, 300, 400, 500, 600];

const ids = await readMasterIds();
const time = virtualTime('2026-04-01T08:00:00Z');
const fake = createFakeVisma({ seed: 'pace', clock: time });
const starts: { readonly at: number; readonly isWrite: boolean }[] = [];
let calls = 0;
let refused = 0;
const fetch: typeof globalThis.fetch = async (input, init) => {
  const latency = latencies[calls++ % latencies.length] ?? 400;
  await time.sleep(latency / 2);
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.pathname.endsWith('/customerinvoicedrafts')) starts.push({ at: time.now(), isWrite: init?.method === 'POST' });
  const answer = await fake.fetch(input, init);
  if (answer.status === 429) refused++;
  await time.sleep(latency / 2);
  return answer;
};
const { accessToken } = fake.authorize({ company });
const client = createConnectorClient({
  auth: { getAccessToken: () => Promise.resolve(accessToken) },
  fetch,
  clock: time,
  rateLimiter: createPacedLimiter({ clock: time }),
});
const hours = Array.from({ length: count }, (_, at): TimeEntry => ({ kind: 'time', id: String(at + 1), customerId: '0', date: '2026-03-02', minutes: 60, status: 'Approved' }));
const source = createMemorySource({ [accountId]: { items: hours } }, { now: () => time.now() });
const engine = createExportEngine({ store: createMemoryState().exports, clock: time });
const { outcomes } = await time.until(
  engine.run({
    scope: { companyIdentifier: company, sourceAccountId: accountId },
    source: sourceOf(source),
    guard: () => Promise.resolve(null),
    driver: createInvoiceDriver(client, { isRefused: () => Promise.resolve(false), rememberRefused: () => Promise.resolve() }),
    plans: hours.map((hour, at) => invoicePlan([hour], ids.customers[at % ids.customers.length] ?? '', ids, 'draft')),
  }),
);
const written = outcomes.filter(({ outcome }) => outcome === 'exported').length;
if (written !== count || fake.books.of(company).drafts.length !== count) throw new Error(`Exported ${written} of ${count} invoices.`);

// From the first write to the last: everything that counts against the endpoint of drafts.
const writes = starts.filter(({ isWrite }) => isWrite).map(({ at }) => at);
const [from, to] = [Math.min(...writes), Math.max(...writes)];
const perMinute = starts.filter(({ at }) => at >= from && at <= to).length / ((to - from) / 60_000);
report([
  exactRow('allowed rate used in a bulk run', perMinute, allowedPerMinute),
  exactRow('refused for their number in a bulk run', refused, 0),
]);
